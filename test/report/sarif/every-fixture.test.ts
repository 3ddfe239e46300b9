import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../../src/commands/audit.ts';
import { fix } from '../../../src/commands/fix.ts';
import { decode, encode, type SourceText } from '../../../src/files/text.ts';
import type { SarifResult, SarifRun } from '../../../src/report/sarif/log.ts';
import type { Phase } from '../../../src/rules/finding.ts';
import { ruleIds } from '../../../src/rules/registry.ts';
import { projectRoot } from '../../end-to-end/binary.ts';
import { changesIn, fixtureNames, phases } from '../../end-to-end/fixture.ts';
import { filesBelow } from '../../end-to-end/repo.ts';
import { temporaryFolder } from '../../files/repo.ts';
import { choicesFor } from '../../fuzz/whole/choices.ts';
import { applied, offsetsOf } from './applied.ts';
import { runIn } from './sarif-file.ts';

test.each(fixtureNames())('%s: the log is sound, and its fixes make what fix makes', async (name) => {
  const folder = temporaryFolder();
  cpSync(`${projectRoot}fixtures/${name}/app`, folder, { recursive: true });
  const run = runIn(await sarifOf(folder));
  checkStructure(run);
  for (const { locations } of run.results) {
    const { artifactLocation, region } = locations[0].physicalLocation;
    if (region !== undefined) offsetsOf(sourceAt(folder, decodeURIComponent(artifactLocation.uri)).text, region);
  }
  let earlier = false;
  for (const phase of phases) {
    const stated: ReadonlyMap<string, string | null> = earlier
      ? await changedBy(folder, phase)
      : changesIn(name, phase);
    earlier ||= stated.size > 0;
    const fixes = run.results.flatMap((one) => one.fixes ?? []).filter(({ properties }) => properties.phase === phase);
    const different = [...new Set(fixes.map((one) => JSON.stringify(one.artifactChanges)))];
    const replaced = different.flatMap(replacementsIn);
    expect(new Set(replaced).size, 'no two fixes make the same replacement').toBe(replaced.length);
    const made = applied(fixes, (path) => sourceAt(folder, path).text);
    for (const [path, text] of made) expect([path, bytesOf(folder, path, text)]).toEqual([path, stated.get(path)]);
    const missing = [...stated].filter(([path]) => !path.endsWith('maskinflytt.migration.json') && !made.has(path));
    expect(missing, phase).toEqual([]);
  }
});

function replacementsIn(changes: string): readonly string[] {
  const files: NonNullable<SarifResult['fixes']>[number]['artifactChanges'] = JSON.parse(changes);
  return files.flatMap(({ artifactLocation, replacements }) =>
    replacements.map((one) => JSON.stringify([artifactLocation.uri, one])),
  );
}

function checkStructure({ tool, results, invocations }: SarifRun): void {
  const { rules } = tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(ruleIds);
  for (const result of results)
    checkResult(
      result,
      rules.map(({ id }) => id),
    );
  expect(invocations).toHaveLength(1);
}

function checkResult({ ruleId, ruleIndex, message, fixes, properties }: SarifResult, rules: readonly string[]): void {
  expect(rules[ruleIndex]).toBe(ruleId);
  expect(message.text).not.toBe('');
  for (const { artifactChanges, description, properties: of } of fixes ?? []) {
    expect(['safe', 'review']).toContain(properties.fix);
    expect(description.text.startsWith(of.tier === 'safe' ? 'Safe fix – ' : 'Fix to review – ')).toBe(true);
    const uris = artifactChanges.map(({ artifactLocation }) => artifactLocation.uri);
    expect(new Set(uris).size).toBe(uris.length);
  }
}

async function sarifOf(folder: string): Promise<string> {
  const texts: string[] = [];
  const output = {
    isTerminal: false,
    data: (text: string) => texts.push(text),
    talk: () => undefined,
    progress: () => undefined,
  };
  await audit(choicesFor([folder], 'en', null), [{ name: 'sarif', file: null }], output);
  return texts.join('');
}

/** The files that a phase changes in a copy of the folder; null for one that goes. */
async function changedBy(folder: string, phase: Phase): Promise<ReadonlyMap<string, string | null>> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const before = filesBelow(copy);
  const output = { isTerminal: false, data: () => undefined, talk: () => undefined, progress: () => undefined };
  await fix(
    {
      ...choicesFor([copy], 'en', null),
      phase,
      fixes: 'review',
      delivery: { kind: 'write', commit: false, allowDirty: true },
      assurances: { scopesAdded: true, productionVerified: true },
      confirm: null,
    },
    output,
  );
  const after = filesBelow(copy);
  return new Map(
    [...new Set([...before.keys(), ...after.keys()])].flatMap((path) =>
      before.get(path) === after.get(path) ? [] : [[path, after.get(path) ?? null] as const],
    ),
  );
}

function sourceAt(folder: string, path: string): SourceText {
  const place = join(folder, path);
  const source = existsSync(place) ? decode(readFileSync(place)) : null;
  return source ?? { text: '', bom: false, encoding: 'utf-8', readOnly: null };
}

function bytesOf(folder: string, path: string, text: string): string {
  return Buffer.from(encode(sourceAt(folder, path), text)).toString('latin1');
}
