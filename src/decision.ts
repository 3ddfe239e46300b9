/** What becomes of a client that is managed by hand. */
export type Decision = (typeof decisions)[number];

export const decisions = ['studio', 'own-external', 'own-built-in'] as const;
