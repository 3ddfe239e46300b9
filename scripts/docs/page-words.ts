/** What stands on the pages and nowhere in the tool itself. */
export interface PageWords {
  readonly sometimes: (severities: readonly string[]) => string;
  readonly audits: (fixture: string, command: string) => string;
  readonly patches: (command: string) => string;
  readonly rule: string;
  readonly says: string;
}

export const pageWords: Readonly<Record<'en' | 'nb', PageWords>> = {
  en: {
    sometimes: (severities) => `, in some cases ${severities.join(' or ')}`,
    audits: (fixture, command) => `About the app in \`${fixture}\`, \`${command}\` says:`,
    patches: (command) => `\`${command}\` prints:`,
    rule: 'Rule',
    says: 'Says',
  },
  nb: {
    sometimes: (severities) => `, i noen tilfeller ${severities.join(' eller ')}`,
    audits: (fixture, command) => `Om appen i \`${fixture}\` sier \`${command}\`:`,
    patches: (command) => `\`${command}\` skriver ut:`,
    rule: 'Regel',
    says: 'Sier',
  },
};
