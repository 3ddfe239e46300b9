import { WrongUse } from '../commands/wrong-use.ts';
import { redactSecrets } from '../files/secret-text.ts';
import { printable } from '../report/display-width.ts';
import { forLog } from '../report/for-log.ts';
import { toolVersion } from '../report/tool-version.ts';
import { en } from '../words/en.ts';
import { nb } from '../words/nb.ts';
import type { Language, Words } from '../words/words.ts';
import { help } from './help.ts';
import { languageOfLocale } from './language.ts';
import { type Parsed, parseCommandLine } from './parse.ts';

const languages: Readonly<Record<Language, Words>> = { en, nb };

export async function main(args: readonly string[]): Promise<number> {
  let words = languages[languageAsked(args) ?? languageOfLocale(process.env)];
  try {
    const parsed = parseCommandLine(args, words);
    const asked = parsed.values.get('lang')?.[0];
    if (asked !== undefined && asked !== 'en' && asked !== 'nb') {
      throw new WrongUse(words.misuse.badValue('--lang', asked, ['en', 'nb']));
    }
    if (parsed.flags.get('version')) return printVersion();
    if (parsed.flags.get('help') || parsed.command === null) return printHelp(parsed, words);
    const { run } = await import('./run.ts');
    return await run(parsed.command, parsed, languages, (chosen) => {
      words = chosen;
    });
  } catch (error) {
    const said = error instanceof WrongUse ? error.message : `${words.misuse.unforeseen}\n${traceOf(error)}`;
    process.stderr.write(forLog(`maskinflytt: ${printable(redactSecrets(said))}\n`));
    return 2;
  }
}

/** A bug is no finding: a script must not take it for one. */
function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Known before the rest, so that even a wrong command line is answered in the language asked for. */
function languageAsked(args: readonly string[]): Language | null {
  const index = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[index]?.includes('=') ? args[index]?.slice('--lang='.length) : args[index + 1];
  return index !== -1 && (value === 'en' || value === 'nb') ? value : null;
}

function printVersion(): number {
  process.stdout.write(`${toolVersion()}\n`);
  return 0;
}

/** No command at all is a question too, but no answer to a script. */
function printHelp({ command, flags }: Parsed, words: Words): number {
  const asked = flags.get('help') === true;
  (asked ? process.stdout : process.stderr).write(help(command, words));
  return asked ? 0 : 2;
}
