import type { CommandName } from '../words/command-names.ts';
import type { OptionName } from '../words/words.ts';

export interface OptionKind {
  readonly takesValue: boolean;
  readonly repeatable: boolean;
  /** How help shows the value. */
  readonly value: string;
}

const flag: OptionKind = { takesValue: false, repeatable: false, value: '' };
const valued = (value: string, repeatable = false): OptionKind => ({ takesValue: true, repeatable, value });

export const optionKinds: Readonly<Record<OptionName, OptionKind>> = {
  format: valued('<format[=file]>', true),
  'fail-on': valued('<severity>'),
  phase: valued('<phase>'),
  fixes: valued('<tier>'),
  decide: valued('<client=choice>', true),
  output: valued('<file>'),
  'output-dir': valued('<folder>'),
  write: flag,
  commit: flag,
  interactive: flag,
  'allow-dirty': flag,
  reverse: flag,
  'scopes-added': flag,
  'production-verified': flag,
  'max-length': valued('<characters>'),
  update: valued('<file>'),
  rule: valued('<rule>', true),
  'skip-rule': valued('<rule>', true),
  target: valued('<v8|v9>'),
  lang: valued('<en|nb>'),
  baseline: valued('<file>'),
  'write-baseline': valued('<file>'),
  today: valued('<date>'),
  'vault-secrets': valued('<file>'),
  'registered-scopes': valued('<file>'),
  config: valued('<file>'),
  color: flag,
  quiet: flag,
  verbose: flag,
  help: flag,
  version: flag,
};

export const everywhere: readonly OptionName[] = [
  'rule',
  'skip-rule',
  'target',
  'lang',
  'config',
  'color',
  'quiet',
  'verbose',
  'help',
  'version',
];

export const ownOptions: Readonly<Record<CommandName, readonly OptionName[]>> = {
  audit: ['format', 'fail-on', 'baseline', 'write-baseline', 'decide', 'today', 'vault-secrets', 'registered-scopes'],
  fix: [
    'phase',
    'fixes',
    'decide',
    'today',
    'vault-secrets',
    'output',
    'output-dir',
    'write',
    'commit',
    'interactive',
    'allow-dirty',
    'reverse',
    'scopes-added',
    'production-verified',
  ],
  checklist: ['max-length', 'update', 'decide', 'today', 'vault-secrets', 'registered-scopes'],
  explain: [],
  rules: [],
};

export const commandArguments: Readonly<Record<CommandName, string>> = {
  audit: '[paths..]',
  fix: '[paths..]',
  checklist: '[path]',
  explain: '<rule>',
  rules: '',
};
