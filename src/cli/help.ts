import { type CommandName, commandNames } from '../words/command-names.ts';
import type { OptionName, Words } from '../words/words.ts';
import { commandArguments, everywhere, optionKinds, ownOptions } from './options.ts';

export function help(command: CommandName | null, words: Words): string {
  return command === null ? generalHelp(words) : commandHelp(command, words);
}

function generalHelp({ help, commands, options }: Words): string {
  const rows = commandNames.map((name) => [`${name} ${commandArguments[name]}`.trim(), commands[name]] as const);
  return `${[
    help.about,
    `${help.usage}: maskinflytt <command> [options]`,
    `${help.commands}:\n${table(rows)}`,
    `${help.everywhere}:\n${table(optionRows(everywhere, options))}`,
    `${help.options}: maskinflytt <command> --help`,
    help.more,
  ].join('\n\n')}\n`;
}

function commandHelp(command: CommandName, { help, commands, options }: Words): string {
  const own = ownOptions[command];
  return `${[
    `maskinflytt ${command} ${commandArguments[command]}`.trim(),
    commands[command],
    ...(own.length === 0 ? [] : [`${help.options}:\n${table(optionRows(own, options))}`]),
    `${help.everywhere}:\n${table(optionRows(everywhere, options))}`,
    help.more,
  ].join('\n\n')}\n`;
}

function optionRows(names: readonly OptionName[], texts: Words['options']): readonly (readonly [string, string])[] {
  return names.map((name) => [`--${name} ${optionKinds[name].value}`.trim(), texts[name]] as const);
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
