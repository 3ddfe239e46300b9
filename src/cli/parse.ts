import { parseArgs } from 'node:util';
import { WrongUse } from '../commands/wrong-use.ts';
import { type CommandName, commandNames } from '../words/command-names.ts';
import type { OptionName, Words } from '../words/words.ts';
import { nearest } from './nearest.ts';
import { everywhere, optionKinds, ownOptions } from './options.ts';

/** The command line, understood but not yet acted on. */
export interface Parsed {
  readonly command: CommandName | null;
  readonly positionals: readonly string[];
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  readonly flags: ReadonlyMap<OptionName, boolean>;
}

const shortNames: Readonly<Record<string, OptionName>> = { h: 'help', v: 'version' };

export function parseCommandLine(args: readonly string[], words: Words): Parsed {
  const { tokens } = parseArgs({
    args: [...args],
    options: nodeOptions(),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<OptionName, readonly string[]>();
  const flags = new Map<OptionName, boolean>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
  }
  const [first, ...rest] = positionals;
  const command = first === undefined ? null : commandNamed(first, words);
  for (const token of tokens) if (token.kind === 'option') takeOption(token, command, values, flags, words);
  const parsed = { command, positionals: rest, values, flags };
  refuseForeignOptions(parsed, words);
  return parsed;
}

function nodeOptions() {
  return Object.fromEntries(
    Object.entries(optionKinds).map(([name, { takesValue }]) => [
      name,
      { type: takesValue ? ('string' as const) : ('boolean' as const) },
    ]),
  );
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function takeOption(
  { name, rawName, value }: OptionToken,
  command: CommandName | null,
  values: Map<OptionName, readonly string[]>,
  flags: Map<OptionName, boolean>,
  words: Words,
): void {
  const negated = name === 'no-color';
  const option = negated ? 'color' : (shortNames[name] ?? name);
  if (!isOption(option)) {
    throw new WrongUse(words.misuse.unknownOption(rawName, command ?? 'maskinflytt', suggestion(name, command)));
  }
  const { takesValue, repeatable } = optionKinds[option];
  if (!takesValue) {
    if (value !== undefined) throw new WrongUse(words.misuse.unexpectedValue(rawName));
    flags.set(option, !negated);
    return;
  }
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new WrongUse(words.misuse.missingValue(rawName));
  values.set(option, repeatable ? [...(values.get(option) ?? []), value] : [value]);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(optionKinds, name);
}

/** One that the command takes, if any is near; else one of another command, with its name. */
function suggestion(name: string, command: CommandName | null): string | null {
  const own = nearest(name, command === null ? everywhere : [...everywhere, ...ownOptions[command]]);
  if (own !== null) return `--${own}`;
  const found = nearest(name, Object.keys(optionKinds).filter(isOption));
  return found === null || !isOption(found) ? null : (ownedBy(found) ?? `--${found}`);
}

function ownedBy(option: OptionName): string | null {
  const owner = commandNames.find((command) => ownOptions[command].includes(option));
  return owner === undefined ? null : `maskinflytt ${owner} --${option}`;
}

function commandNamed(name: string, words: Words): CommandName {
  const command = commandNames.find((candidate) => candidate === name);
  if (command === undefined) throw new WrongUse(words.misuse.unknownCommand(name, nearest(name, commandNames)));
  return command;
}

function refuseForeignOptions({ command, values, flags }: Parsed, words: Words): void {
  if (command === null) return;
  const allowed = [...everywhere, ...ownOptions[command]];
  for (const option of [...values.keys(), ...flags.keys()]) {
    if (allowed.includes(option)) continue;
    throw new WrongUse(words.misuse.unknownOption(`--${option}`, command, ownedBy(option)));
  }
}
