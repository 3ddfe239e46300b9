import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit } from '../../src/commands/audit.ts';
import type { Choices } from '../../src/commands/choices.ts';
import { noConfig } from '../../src/commands/config.ts';
import { fix } from '../../src/commands/fix.ts';
import type { Phase } from '../../src/rules/finding.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { en } from '../../src/words/en.ts';
import { projectRoot } from '../end-to-end/binary.ts';
import { factsOf, type ReportedFacts, statedFacts } from '../end-to-end/facts.ts';
import {
  changesIn,
  expectedOf,
  fixtureNames,
  phases,
  type ReportedApp,
  summary,
  withChanges,
} from '../end-to-end/fixture.ts';
import { filesBelow } from '../end-to-end/repo.ts';
import { temporaryFolder } from '../files/repo.ts';

/*
 * The commands in this process and without git: what `test/end-to-end` asks of the binary, without a build, and a test
 * a fixture, so that whoever changes `src` can try a few of them, and a mutation run knows which of them reach what.
 */

test.each(fixtureNames())('%s: the audit reports what the fixture states', async (name) => {
  const { apps, notAnalysed } = await report(folderOfFixture(name));
  const expected = expectedOf(name);
  expect(apps.map(summary)).toEqual(expected.apps);
  expect(notAnalysed.map(({ file }) => file)).toEqual(expected.notAnalysed.map(({ file }) => file));
  const facts = statedFacts(name);
  if (facts !== null) expect(apps.map(factsOf)).toEqual(facts);
});

test.each(fixtureNames())('%s: each phase leaves the files that the fixture states', async (name) => {
  const folder = folderOfFixture(name);
  let files = filesBelow(folder);
  for (const phase of phases) {
    await write(folder, phase);
    files = withChanges(files, changesIn(name, phase));
    expect(Object.fromEntries(filesBelow(folder)), phase).toEqual(Object.fromEntries(files));
  }
  await write(folder, 'next');
  expect(Object.fromEntries(filesBelow(folder)), 'a run after the last').toEqual(Object.fromEntries(files));
});

function folderOfFixture(name: string): string {
  const folder = temporaryFolder();
  cpSync(`${projectRoot}fixtures/${name}/app`, folder, { recursive: true });
  return folder;
}

interface Reported {
  readonly apps: readonly (ReportedApp & ReportedFacts)[];
  readonly notAnalysed: readonly { readonly file: string }[];
}

async function report(folder: string): Promise<Reported> {
  const texts: string[] = [];
  const output = {
    isTerminal: false,
    data: (text: string) => texts.push(text),
    talk: () => undefined,
    progress: () => undefined,
  };
  await audit(choicesFor(folder), [{ name: 'json', file: null }], output);
  return JSON.parse(texts.join(''));
}

async function write(folder: string, phase: Phase | 'next'): Promise<void> {
  const output = { isTerminal: false, data: () => undefined, talk: () => undefined, progress: () => undefined };
  await fix(
    {
      ...choicesFor(folder),
      phase,
      fixes: 'review',
      delivery: { kind: 'write', commit: false, allowDirty: true },
      assurances: { scopesAdded: true, productionVerified: true },
      confirm: null,
    },
    output,
  );
}

function choicesFor(folder: string): Choices {
  return {
    paths: [folder],
    rules: ruleIds,
    rulesChosen: false,
    target: null,
    decided: [],
    vaultListing: null,
    registeredScopes: null,
    config: noConfig,
    configNamed: false,
    today: '2026-11-20',
    passedOn: [],
    words: en,
    lang: 'en',
    color: false,
    quiet: false,
    verbose: false,
    failOn: 'error',
    width: 100,
  };
}
