/** How a sentence begins that a new rule's author has yet to write, in English and in Norwegian. */
export const unwritten = ['Write: ', 'Skriv: '] as const;
