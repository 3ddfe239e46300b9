/** A rule's id and the names in code that follow from it. */
export interface RuleName {
  /** `config/dead-section` */
  readonly id: string;
  readonly fixture: string;
  /** The constant that holds the rule, and in another file its words: `deadSection`. */
  readonly constant: string;
  /** The type of what a finding tells: `DeadSectionData`. */
  readonly data: string;
}

const pattern = /^[a-z]+\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export function isRuleName(id: string): boolean {
  return pattern.test(id);
}

/** A stem of one word says too little in a list of imports, and may be a word of the language: its area is added. */
export function ruleName(id: string, isTaken: (constant: string) => boolean): RuleName {
  const [area = '', stem = ''] = id.split('/');
  const [first = '', ...others] = stem.split('-');
  const short = [first, ...others.map(capital)].join('');
  const constant = others.length === 0 || isTaken(short) ? `${short}${capital(area)}` : short;
  return { id, fixture: `${area}-${stem}`, constant, data: `${capital(constant)}Data` };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
