import { describe, expect, it } from 'vitest';
import type { Claims } from '../../proof/precedence/claims.ts';
import { type GeneratedApp, type HeldKeys, holdsNothing, type Step } from '../../proof/precedence/generated-app.ts';
import { judge } from '../../proof/precedence/judge-subject.ts';
import { failuresOf } from '../../proof/precedence/numbers.ts';
import type { Asked, Observation } from '../../proof/precedence/observation.ts';
import type { Seen, Subject } from '../../proof/precedence/subject.ts';
import { identityKeys } from '../../proof/precedence/winners.ts';
import type { World } from '../../proof/precedence/worlds.ts';
import type { Finding } from '../../src/rules/finding.ts';
import type { Precedence, PrecedenceReason } from '../../src/words/precedence.ts';
import type { Supplier } from '../../src/words/suppliers.ts';

const whole: HeldKeys = { ClientId: 'filled', JwkBase64: 'filled' };
const host: Step = { does: 'host', written: 'inline', when: 'always' };
const helper: Step = { does: 'vault-helper', written: 'inline', when: 'always' };

/** The vault comes after Studio's file, and two settings files hold the same credential below both. */
const app: GeneratedApp = {
  version: '8.12.8',
  style: 'statements',
  steps: [{ does: 'services', written: 'local-function', when: 'always' }, host, helper],
  client: 'default',
  external: null,
  held: { ...holdsNothing, 'appsettings.json': whole, 'appsettings.Production.json': whole, vault: whole },
  listed: true,
  opening: 'secret-file',
  otherFile: null,
};
const settingsFiles = ['App/appsettings.json', 'App/appsettings.Production.json'];

const range = { file: 'App/Program.cs', start: 0, end: 1 };

const right: Claims = {
  status: 'legacy',
  precedence: [won('ClientId', 'vault'), won('Jwk', 'studio'), won('JwkBase64', 'vault'), won('Authority', 'studio')],
  trigger: {
    event: 'secret-removal',
    who: 'built-in',
    reloads: true,
    listed: true,
    left: settingsFiles,
    from: 'vault',
  },
  providers: (['settings', 'settings', 'studio', 'vault'] as const).map((kind) => ({
    kind,
    files: null,
    own: null,
    at: null,
    conditions: [],
    placed: true,
  })),
  findings: [
    {
      rule: 'vault/overrides-studio',
      severity: 'warning',
      phase: null,
      data: {
        hostMissing: false,
        secrets: ['MaskinportenSettings--ClientId', 'MaskinportenSettings--JwkBase64'],
      },
      at: range,
      subject: range,
      remedy: { kind: 'none' },
    },
  ],
};

function won(key: Precedence['key'], winner: Supplier): Precedence {
  return { key, winner, reason: { code: 'last', over: [] } };
}

function subjectOf(claims: Claims, other: Partial<GeneratedApp> = {}): Subject {
  return { id: '0', app: { ...app, ...other }, isPatched: false, root: '', files: {}, claims };
}

/** The app without what it is told to empty. */
function emptiedOf(claims: Claims): Subject | null {
  if (claims.trigger.event !== 'secret-removal') return null;
  const { left } = claims.trigger;
  const files = Object.fromEntries(settingsFiles.filter((file) => !left.includes(file)).map((file) => [file, '']));
  return { ...subjectOf(claims), id: '0 emptied', files };
}

/** What such an app does: the vault wins, then settings under their own keys, then Studio. */
const seen: Seen = (subject, world) => {
  const isEmptied = subject.id.endsWith('emptied');
  const isSettingsLeft = !isEmptied || Object.keys(subject.files).length > 0;
  return { kind: 'started', start: startIn(world, isSettingsLeft) };
};

function startIn({ studio, vault }: World, isSettingsLeft: boolean) {
  const own = Object.keys(vault).length > 0 ? 'vault' : isSettingsLeft ? 'appsettings.json' : null;
  const key = own === null ? {} : { jwkbase64: Buffer.from(JSON.stringify({ kid: own })).toString('base64') };
  const id = own === 'vault' ? 'own-vault' : studio ? 'studio' : `own-${own}`;
  const provisioned = studio ? { 'jwk:kid': 'studio', authority: 'https://maskinporten.example/studio/' } : {};
  return {
    values: { clientid: id, ...key, ...provisioned },
    sources: ['settings', 'settings', ...(studio ? ['studio'] : []), 'vault'],
    clients: { AppClient: askedBy(id.replace('own-', ''), own ?? 'studio') },
  };
}

function askedBy(clientId: string, kid: string): Asked {
  return { kind: 'asked', clientId, kid, signedBy: kid === 'studio' ? 'studio' : 'own', authority: '' };
}

/** What the judge holds against the claims, by what it is about. */
function heldAgainst(claims: Claims, other: Partial<GeneratedApp> = {}, observed: Seen = seen): readonly string[] {
  const judged = judge(subjectOf(claims, other), emptiedOf(claims), observed);
  const about = judged.answers.flatMap(({ about, verdict }) => (verdict.kind === 'differs' ? [about] : []));
  expect(failuresOf(judged)).toHaveLength(about.length);
  return about;
}

function undecided(reason: PrecedenceReason): Claims {
  return { ...right, precedence: identityKeys.map((key) => ({ key, winner: 'undecided', reason })) };
}

const condition: PrecedenceReason = {
  code: 'perhaps',
  source: { why: 'condition', supplier: 'vault', condition: 'flag' },
  otherwise: null,
};
const reasons: readonly PrecedenceReason[] = [
  condition,
  { code: 'perhaps', source: { why: 'not-listed' }, otherwise: null },
  { code: 'perhaps', source: { why: 'unknown-source' }, otherwise: null },
  { code: 'perhaps', source: { why: 'place', supplier: 'vault' }, otherwise: null },
  { code: 'other-file', files: ['App/appsettings.json'] },
  { code: 'start-unknown' },
  { code: 'settings-unread' },
];

describe('the judge of precedence', () => {
  it('agrees with what is so', () => {
    expect(heldAgainst(right)).toEqual([]);
  });

  it('finds a wrong winner', () => {
    const precedence = [...right.precedence.filter(({ key }) => key !== 'ClientId'), won('ClientId', 'studio')];
    expect(heldAgainst({ ...right, precedence })).toEqual(['ClientId']);
  });

  it('finds a winner that is not named', () => {
    const precedence = right.precedence.filter(({ key }) => key !== 'JwkBase64');
    expect(heldAgainst({ ...right, precedence })).toEqual(['JwkBase64']);
  });

  it('finds sources in another order', () => {
    expect(heldAgainst({ ...right, providers: right.providers.toReversed() })).toEqual(['sources']);
  });

  it('finds a wrong trigger', () => {
    expect(heldAgainst({ ...right, trigger: { event: 'code-deploy', because: 'clients' } })).toEqual(['trigger']);
  });

  it('finds that a file is missing among those that must go', () => {
    const trigger = { event: 'secret-removal', who: 'built-in', reloads: true, listed: true } as const;
    expect(heldAgainst({ ...right, trigger: { ...trigger, left: settingsFiles.slice(0, 1), from: 'vault' } })).toEqual([
      'files to clear',
    ]);
  });

  it.each(reasons)('takes no undecided for an answer where it can be told ($code)', (reason) => {
    expect(heldAgainst(undecided(reason))).toEqual(identityKeys);
  });

  it('takes undecided for an answer where the app has what cannot be told, and for no other reason', () => {
    const conditional = { steps: [...app.steps.slice(0, 2), { ...helper, when: 'flag' as const }] };
    const excused = reasons.filter((reason) => !heldAgainst(undecided(reason), conditional).includes('ClientId'));
    expect(excused).toEqual([condition]);
    const elsewhere = { otherFile: 'appsettings.json' as const };
    const excusedElsewhere = reasons.filter(
      (reason) => !heldAgainst(undecided(reason), elsewhere).includes('ClientId'),
    );
    expect(excusedElsewhere.map(({ code }) => code)).toEqual(['other-file']);
  });

  it('takes no condition of a source for an answer where the app has none', () => {
    const conditions = [{ text: 'flag', environment: null }];
    const providers = right.providers.map((provider) => ({ ...provider, conditions }));
    expect(heldAgainst({ ...right, providers })).toEqual(['sources']);
  });

  it('finds listed secrets that are not named, and compares none where nobody listed them', () => {
    expect(heldAgainst({ ...right, findings: [] })).toEqual(['vault/overrides-studio']);
    const judged = judge(subjectOf(right, { listed: false }), null, seen);
    expect(judged.answers.filter(({ what }) => what === 'finding')).toEqual([]);
  });
});

describe('the judge of an app that does not start', () => {
  const beforeHost: Finding = {
    rule: 'vault/before-host',
    severity: 'error',
    phase: 'prepare',
    data: { method: 'AddAzureKeyVaultAsConfigProvider', throws: true },
    at: range,
    subject: range,
    remedy: { kind: 'none' },
  };
  const ended = (method: string): Observation => ({
    kind: 'ended',
    error: 'ArgumentException: what it says',
    through: [method, '<Main>$'],
  });
  const ofVault = ended('AddAzureKeyVaultAsConfigProvider');
  const ofAnother = ended('AddAltinnAppServices');
  const told = { ...right, findings: [beforeHost] };

  it('agrees when the vault ended it and the tool has said so', () => {
    expect(heldAgainst(told, {}, () => ofVault)).toEqual([]);
  });

  it.each([
    ['something else ended it', told, ofAnother],
    ['the tool has said nothing', { ...right, findings: [] }, ofVault],
    [
      'the tool has said that it starts',
      { ...right, findings: [{ ...beforeHost, data: { ...beforeHost.data, throws: false } }] },
      ofVault,
    ],
  ])('differs when %s', (_, claims, observation) => {
    expect(heldAgainst(claims, {}, () => observation)).toEqual(['vault/before-host']);
  });
});
