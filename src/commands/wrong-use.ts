/** Something the user can mend: said in one sentence on stderr, with exit code 2. */
export class WrongUse extends Error {}
