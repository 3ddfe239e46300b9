import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { fingerprints } from '../../src/rules/fingerprint.ts';
import { type CSharpFile, nodesOfKind, readCSharp } from '../../src/syntax/csharp/file.ts';
import { isNote } from '../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { parseJson } from '../../src/syntax/json/parse.ts';
import { parseXml } from '../../src/syntax/xml/parse.ts';
import { parseYaml } from '../../src/syntax/yaml/parse.ts';
import { appsOfFixture, type FixtureApp, fixtureFolders } from '../migrate/fixture-apps.ts';

beforeAll(loadCSharp);

/** A comment in the arguments is in the way of a rewrite that spares others a finding. */
const notToBeBroken = ['eformidling-secret-read-by-hand'];

describe.each(fixtureFolders())('%s', (name) => {
  test('keeps its fingerprints when everything moves, is indented and broken over lines, and lines end differently', async () => {
    const breaks = notToBeBroken.includes(name) ? (_: string, text: string) => text : broken;
    for (const one of await appsOfFixture(name)) await expectSame(one, (path, text) => moved(path, breaks(path, text)));
  });

  test('has a fingerprint of its own for each finding', async () => {
    for (const { before } of await appsOfFixture(name)) {
      const all = printsOf(before);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

function printsOf({ app, settled }: FixtureApp['before']): readonly string[] {
  const findings = settled.map(({ finding }) => finding);
  return fingerprints(app, findings).map(
    (print, index) => `${findings[index]?.rule} ${findings[index]?.at.file} ${print}`,
  );
}

async function expectSame({ before, audit }: FixtureApp, change: (path: string, text: string) => string) {
  const texts = new Map(textsOf(before.app).map(([path, text]) => [path, change(path, text)] as const));
  expect([...printsOf(await audit(texts))].sort()).toEqual([...printsOf(before)].sort());
}

/** Those that people edit: the record is the tool's own. */
function textsOf({ workspace }: App): readonly (readonly [string, string])[] {
  return workspace.files.flatMap((path) => {
    const read = workspace.read(path);
    const isEdited = /\.(?:cs|json|ya?ml|xml|csproj|props|targets)$/i.test(path) && !path.endsWith('.migration.json');
    return isEdited && read.kind === 'text' && read.source.readOnly === null ? [[path, read.source.text] as const] : [];
  });
}

function moved(path: string, text: string): string {
  const top = topOf(path, text);
  const isYaml = /\.ya?ml$/i.test(path);
  const shifted = text
    .slice(top.at)
    .replace(/^[ \t]*(?=\S)/gm, (blanks) => (isYaml ? `  ${blanks}` : blanks + blanks))
    .replace(/\r\n|\n/g, (end) => (end === '\n' ? '\r\n' : '\n'));
  return `${text.slice(0, top.at)}\n\n${top.added}\n\n${shifted}`;
}

/** Where more may stand before everything else in a file, and what: nothing in one that is not what it is called. */
function topOf(path: string, text: string): { readonly at: number; readonly added: string } {
  if (/\.cs$/i.test(path)) return { at: 0, added: '// Moved, "as" it\'s said.\nusing System.Text.RegularExpressions;' };
  if (/\.json$/i.test(path)) return { at: 0, added: parseJson(text).kind === 'document' ? '// Moved.' : '' };
  if (/\.ya?ml$/i.test(path)) return { at: 0, added: parseYaml(text).kind === 'document' ? '# Moved.' : '' };
  const parsed = parseXml(text);
  if (parsed.kind === 'error') return { at: 0, added: '' };
  return { at: parsed.document.declaration?.end ?? 0, added: '<!-- Moved. -->' };
}

function broken(path: string, text: string): string {
  const file = /\.cs$/i.test(path) ? readCSharp(path, text) : null;
  return file === null || file.views.some(({ root }) => root.broken) ? text : withBreaks(file);
}

/** Between all arguments, with comments, and before the dots of chains, without. */
function withBreaks(file: CSharpFile): string {
  const breaks = new Map<number, string>();
  for (const { kind, children } of nodesOfKind(file, 'argument_list', 'member_access_expression')) {
    for (const child of children.slice(1)) {
      if (isNote(child) || isInString(child)) continue;
      breaks.set(child.start, kind === 'argument_list' ? ' /* so, "it" is */\n        ' : '\n        ');
    }
  }
  return [...breaks]
    .sort(([a], [b]) => b - a)
    .reduce((text, [at, lineBreak]) => text.slice(0, at) + lineBreak + text.slice(at), file.text);
}

function isInString(node: { readonly parent: CSharpFile['views'][number]['root'] | null }): boolean {
  for (let above = node.parent; above !== null; above = above.parent) if (above.kind.includes('string')) return true;
  return false;
}
