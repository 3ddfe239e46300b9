import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProcessState, ServiceOwnerRights } from '../../../src/app/policy/rights.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import type { Change } from '../../../src/rules/finding.ts';
import { appsOfFixture, type FixtureApp, fixtureFolders } from '../../migrate/fixture-apps.ts';

/** What `rights.json` of a fixture states: derived by hand from the policy and the process beside it. */
interface StatedRights {
  readonly target: string;
  readonly why: string;
  readonly org: string | null;
  readonly states: readonly StatedState[];
  /** The rules that report the policy, one entry a finding. */
  readonly findings: readonly string[];
  readonly fix: 'extend' | 'add' | 'none';
  /** What the patch grants. */
  readonly adds: readonly string[];
}

interface StatedState {
  readonly state: string;
  readonly id?: string;
  readonly actions: Readonly<Record<string, string>>;
}

const folder = new URL('../../../fixtures/', import.meta.url).pathname;
const policyFile = 'App/config/authorization/policy.xml';
const fixtures = fixtureFolders().filter((name) => existsSync(`${folder}${name}/rights.json`));

describe('what the service owner may do', () => {
  test.each(fixtures)('%s', async (name) => {
    const { before } = await theApp(name);
    const { target, org, states } = statedIn(name);
    const { app } = before;
    expect({ target: app.target, org: app.rights?.org ?? null, states: statesOf(app.rights) }).toEqual({
      target,
      org,
      states,
    });
  });
});

describe('what is reported of the policy, and what the patch grants', () => {
  test.each(fixtures)('%s', async (name) => {
    const { before } = await theApp(name);
    const { findings, fix, adds } = statedIn(name);
    const ofPolicy = before.settled.filter(({ finding: { at } }) => at.file === policyFile);
    const changes = ofPolicy.flatMap(({ finding: { remedy } }) => (remedy.kind === 'change' ? remedy.changes : []));
    expect({
      findings: ofPolicy.map(({ finding }) => finding.rule).sort(),
      changes: changes.map((change) => [fixOf(change), actionsOf(change)]),
    }).toEqual({ findings, changes: fix === 'none' ? [] : [[fix, adds]] });
  });
});

describe('what the patch leaves', () => {
  test.each(fixtures)('%s', async (name) => {
    const { before, audit } = await theApp(name);
    const ofPolicy = before.settled.filter(({ finding, edits }) => finding.at.file === policyFile && edits.length > 0);
    const selection = { phase: 'prepare', fixes: 'review', withPhaseless: false } as const;
    const { texts } = await planVerified(before, ofPolicy, selection, audit);
    const after = `${folder}${name}/after/prepare/${policyFile}`;
    expect(Object.fromEntries(texts)).toEqual(existsSync(after) ? { [policyFile]: textOf(after) } : {});
  });
});

test('a fixture states a patch where it states what the patch grants', () => {
  for (const name of fixtures) {
    const { fix, adds } = statedIn(name);
    const patched = existsSync(`${folder}${name}/after/prepare/${policyFile}`);
    expect([name, fix !== 'none', adds.length > 0]).toEqual([name, patched, patched]);
  }
});

async function theApp(name: string): Promise<FixtureApp> {
  const [app] = await appsOfFixture(name);
  if (app === undefined) throw new Error(`${name} holds no app.`);
  return app;
}

function statedIn(name: string): StatedRights {
  return JSON.parse(readFileSync(`${folder}${name}/rights.json`, 'utf8'));
}

/** A BOM is no part of the text that is edited. */
function textOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

function statesOf(rights: ServiceOwnerRights | null): readonly StatedState[] {
  return (rights?.states ?? []).map(({ state, answers }) => ({
    ...stateOf(state),
    actions: Object.fromEntries([...answers].map(([action, { kind }]) => [action, kind])),
  }));
}

function stateOf(state: ProcessState): Pick<StatedState, 'state' | 'id'> {
  return 'id' in state ? { state: state.kind, id: state.id } : { state: state.kind };
}

function fixOf({ kind }: Change): string {
  return kind.replace('-rule', '');
}

function actionsOf(change: Change): readonly string[] {
  return 'actions' in change ? change.actions : [];
}
