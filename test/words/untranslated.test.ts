import { describe, expect, test } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import { checklist } from '../../src/commands/checklist.ts';
import { usualLength } from '../../src/commands/checklist-choices.ts';
import { explain } from '../../src/commands/explain.ts';
import { formatNames } from '../../src/commands/formats.ts';
import { listRules } from '../../src/commands/rules.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { projectRoot } from '../end-to-end/binary.ts';
import { filesBelow } from '../end-to-end/repo.ts';
import { choicesFor } from '../fuzz/whole/choices.ts';
import { markedWords, unmarked } from './marked.ts';

/** Of every kind of report there is: much to say, little, several clients, a policy, several apps, what cannot be read. */
const fixtures = [
  'custom-path-in-chain',
  'docs-2023-host-gone',
  'policy-service-owner-rights',
  'token-provider-interpolated',
  'vault-overrides-studio',
  'version-unknown',
];

/** Where a format is read by programs, these are the values that people read. */
const readByPeople = ['message', 'text', 'markdown', 'reason', 'reasons', 'description', 'justification'];

describe('no report shows a sentence that is not in the words', () => {
  test.each(fixtures.flatMap((fixture) => formatNames.map((format) => [fixture, format] as const)))(
    '%s as %s',
    async (fixture, format) => {
      const folder = `${projectRoot}fixtures/${fixture}/app`;
      const shown = await shownBy((output) => audit(inMarkedWords(folder), [{ name: format, file: null }], output));
      const own = `${textsOf(folder)} ${folder} ${ruleIds.join(' ')} ${namesOfProduct}`;
      expect(foreignWords(humanText(format, shown), own)).toEqual([]);
    },
  );
});

test.each(fixtures)('nor does the checklist of %s', async (fixture) => {
  const folder = `${projectRoot}fixtures/${fixture}/app`;
  const shown = await shownBy((output) =>
    checklist({ ...inMarkedWords(folder), maxLength: usualLength, update: null }, output),
  );
  const own = `${textsOf(folder)} ${folder} ${ruleIds.join(' ')} ${namesOfProduct}`;
  const text = shown.replace(/<!--.*?-->|```+text$/gm, ' ');
  expect(foreignWords(text, own)).toEqual([]);
});

test('nor does the list of rules, or the page of one', async () => {
  const listed = await shownBy(async (output) => listRules(inMarkedWords('.'), output));
  expect(foreignWords(listed, ruleIds.join(' '))).toEqual([]);
});

test('the page of a rule shows the same outside of its sentences in both languages', async () => {
  for (const id of ruleIds) {
    const pages = await Promise.all(
      (['en', 'nb'] as const).map((lang) =>
        shownBy(async (output) => explain(id, { ...inMarkedWords('.'), lang }, output)),
      ),
    );
    const [english, norwegian] = pages.map((page) => unmarked(page).replace(/^ {2}- .*\n {4}http.*$/gm, ''));
    expect(english).toBe(norwegian);
  }
});

/** Commands and keys of configuration are the same in every language. */
const namesOfProduct =
  'maskinflytt audit fix explain checklist migration phase prepare switch cleanup output dir patches rule html markdown git apply dotnet build Authority ClientId Jwk JwkBase64 EncodedJwk MaskinportenSettings';

function inMarkedWords(folder: string) {
  return { ...choicesFor([folder], 'en', null), words: markedWords, width: 1000 };
}

async function shownBy(command: (output: Parameters<typeof audit>[2]) => Promise<number>): Promise<string> {
  const texts: string[] = [];
  const show = (text: string) => void texts.push(text);
  await command({ isTerminal: false, data: show, talk: show, progress: () => undefined });
  return texts.join('\n');
}

function textsOf(folder: string): string {
  return [...filesBelow(folder)].map(([path, text]) => `${path}\n${text}`).join('\n');
}

/** Without what a patch puts into files, which is for machines. */
function humanText(format: (typeof formatNames)[number], shown: string): string {
  if (format === 'html') {
    return shown
      .replace(/<style>[\s\S]*?<\/style>|<pre class="code diff">[\s\S]*?<\/pre>/g, ' ')
      .replace(/<[^>]*>/g, ' ');
  }
  if (format === 'markdown') return shown.replace(/^(```+)diff\n[\s\S]*?\n\1$|```+text$/gm, ' ');
  if (format === 'csv') return shown.split('\r\n').slice(1).map(messageIn).join('\n');
  if (format === 'github') return shown.replace(/^::\w+ .*?::/gm, '');
  if (format === 'azure') return shown.replace(/^##vso\[[^\]]*\]/gm, '');
  return shown.startsWith('{') || shown.startsWith('[') ? valuesOf(JSON.parse(shown)).join('\n') : shown;
}

/** The other fields are names for programs. */
function messageIn(row: string): string {
  return /^(?:"(?:[^"]|"")*",){10}"((?:[^"]|"")*)"/.exec(row)?.[1] ?? '';
}

/** Code, and the page of a rule, which is looked at below. */
const notSentences = ['data', 'help', 'insertedContent'];

function valuesOf(json: unknown, isRead = false): readonly string[] {
  if (typeof json === 'string') return isRead ? [json] : [];
  if (Array.isArray(json)) return json.flatMap((item) => valuesOf(item, isRead));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    notSentences.includes(key) ? [] : valuesOf(value, readByPeople.includes(key)),
  );
}

/** Words of letters alone, three or longer, that do not stand in the app or among the names of the product. */
function foreignWords(shown: string, own: string): readonly string[] {
  const known = new Set(wordsIn(own));
  return [...new Set(wordsIn(unmarked(shown)))].filter((word) => !known.has(word)).sort();
}

function wordsIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !/^(?:https?|amp|quot)$/.test(word));
}
