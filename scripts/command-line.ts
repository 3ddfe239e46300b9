import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a contributor's command was asked; `--help` prints the usage and ends it, wrong use ends it too. */
export function readCommandLine<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(usage);
    process.exit();
  }
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse(error.message.replace(/\. To specify .*/s, ''));
  }
}

/** One line and 2: how a command ends that cannot do what it was asked. */
export function refuse(wrong: string): never {
  process.stderr.write(`${wrong.replace(/\.?\n.*|\.$/s, '')}; --help tells what can be asked\n`);
  process.exit(2);
}

export function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || !Number.isSafeInteger(number))
    refuse(`${option} takes a whole number from 1 on, not '${text}'`);
  return number;
}

export function positiveNumber(option: string, text: string): number {
  const number = Number(text);
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(text) || number <= 0) refuse(`${option} takes a number above 0, not '${text}'`);
  return number;
}
