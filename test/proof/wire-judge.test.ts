import { describe, expect, test } from 'vitest';
import type { Decided } from '../../proof/wire/decided.ts';
import type { Excuses } from '../../proof/wire/differences.ts';
import { judge, type Subject, staleIn } from '../../proof/wire/judged-pair.ts';
import { askedIn } from '../../proof/wire/options.ts';
import type { Answer, Message, Seen, Token } from '../../proof/wire/protocol.ts';

const none: Excuses = { named: [], unmoved: [], notCovered: [], unheardBefore: [] };

describe('across the switch', () => {
  test('a client that asks for the same in the provisioned name has moved', () => {
    expect(verdicts([old('a', 'les')], [studio('a', 'les')])).toEqual(['moved']);
    expect(failures([old('a', 'les')], [studio('a', 'les')])).toEqual([]);
  });

  test('a typed client may be named after its interface', () => {
    expect(failures([old('A', 'les')], [studio('IA', 'les')])).toEqual([]);
  });

  test('of two alike, one that is lost is noticed', () => {
    const before = [old('A', 'les'), old('B', 'les')];
    expect(failures(before, [studio('IA', 'les')])).toEqual([
      expect.stringMatching(/^f, switch: clients B: .*is not there/),
    ]);
    expect(failures(before, [studio('IA', 'les'), studio('IB', 'les')])).toEqual([]);
  });

  test('one that comes out of nowhere is noticed', () => {
    expect(failures([old('a', 'les')], [studio('a', 'les'), studio('b', 'les')])).toHaveLength(1);
  });

  test.each<[string, Seen]>([
    ['swapped scopes', studio('a', 'skriv')],
    ['a lost exchange', studio('a', 'les', { exchanged: false })],
    ['a masked token', studio('a', 'les', { written: 'masked' })],
    ['somebody else’s id', studio('a', 'les', { clientId: 'old other' })],
    ['a header of another', studio('a', 'les', { written: 'foreign', clientId: null })],
    ['an error', { ...studio('a', 'les'), error: 'InvalidOperationException: no' }],
    ['no token', seen('a', [])],
  ])('%s is noticed', (_, after) => {
    expect(failures([old('a', 'les')], [after, studio('b', 'les')])).not.toEqual([]);
    expect(failures([old('a', 'les')], [after])).toHaveLength(1);
  });

  test('two clients that have changed scopes with each other are noticed', () => {
    const before = [old('a', 'les'), old('b', 'skriv')];
    expect(failures(before, [studio('a', 'skriv'), studio('b', 'les')])).toHaveLength(2);
  });

  test('a grant that Maskinporten refuses is no move', () => {
    const refused = seen('a', [{ ...grant('studio-client', 'les'), status: 400 }, ...studio('a', 'les').messages]);
    const messages = refused.messages.map((message) =>
      message.grant === null ? message : { ...message, grant: { ...message.grant, accepted: false } },
    );
    expect(failures([old('a', 'les')], [{ ...refused, messages }])).toHaveLength(1);
  });
});

test('a key of the default section that the vault supplies is noticed', () => {
  const [before, after] = [answer([old('a', 'les')]), answer([studio('a', 'les')])];
  const settings = { ...after.sections.MaskinportenSettings, clientId: { value: 'y', provider: 1 } };
  const flipped = { ...after, sections: { MaskinportenSettings: settings } };
  expect(judge(subject(), before, flipped, none).failures).toEqual([
    'f, switch: clientid is not what Studio provisions',
  ]);
  expect(judge({ ...subject(), line: '9' }, before, flipped, none).failures).toEqual([]);
});

describe('a client that does as before', () => {
  test('is noticed where the tool moves all of its section', () => {
    expect(failures([old('a', 'les')], [old('a', 'les')])).toEqual([
      'f, switch: clients a is to move, and does as before',
    ]);
  });

  test.each<[string, Partial<Decided>]>([
    ['keeps the external package', { decision: 'own-external' }],
    ['keeps a section of its own', { decision: 'own-built-in' }],
    ['is undecided', { decision: 'undecided' }],
    ['is left to a human', { byHand: true }],
  ])('may, where one of its section %s', (_, decided) => {
    expect(failures([old('a', 'les')], [old('a', 'les')], [client(decided)])).toEqual([]);
    expect(failures([old('a', 'les')], [old('a', 'les')], [client({ ...decided, section: 'other' })])).toHaveLength(1);
  });

  test('has nothing to move where it asks for no token, unless the tool says so', () => {
    const plain = seen('a', [target(null)]);
    expect(failures([plain], [plain], [])).toEqual([]);
    expect(failures([plain], [plain], [client({ name: 'a' })])).toHaveLength(1);
  });
});

describe('a client that sends no request', () => {
  const mute: Seen = { ...seen('a', []), error: 'ArgumentException: no address' };

  test('fails, unless it is named with a reason', () => {
    const excuses = { ...none, notCovered: [{ fixture: 'f', name: /a/, error: /no address/, because: 'it is so' }] };
    expect(failures([mute], [mute])).toEqual([
      expect.stringMatching(/sends no request: ArgumentException: no address/),
    ]);
    const judged = judge(subject(), answer([mute]), answer([mute]), excuses);
    expect(judged.failures).toEqual([]);
    expect(staleIn([judged], excuses)).toEqual([]);
  });
});

describe('across prepare and cleanup', () => {
  test.each(['prepare', 'cleanup'] as const)('%s must not be heard', (step) => {
    const at = { ...subject(), step };
    const [was, moved] = [answer([old('a', 'les')]), answer([studio('a', 'les')])];
    expect(judge(at, was, was, none).failures).toEqual([]);
    expect(judge(at, was, moved, none).failures).toHaveLength(1);
    expect(judge(at, was, answer([]), none).failures).toHaveLength(1);
    expect(judge(at, was, answer([old('b', 'les')]), none).failures).toHaveLength(2);
  });

  test('a masked token is mended', () => {
    const [masked, full] = [studio('a', 'les', { written: 'masked' }), studio('a', 'les')];
    const judged = judge({ ...subject(), step: 'prepare' }, answer([masked]), answer([full]), none);
    expect(judged.compared.map(({ verdict }) => verdict.kind)).toEqual(['unmasked']);
    expect(judged.failures).toEqual([]);
  });
});

describe('the tables', () => {
  const named = [{ fixture: 'f', name: /a/, before: /for les/, after: /for skriv/, because: 'the domain says so' }];
  const excuses = { ...none, named };

  test('let a difference pass that they name', () => {
    const judged = judge(subject(), answer([old('a', 'les')]), answer([studio('a', 'skriv')]), excuses);
    expect(judged.failures).toEqual([]);
    expect(staleIn([judged], excuses)).toEqual([]);
  });

  test('fail where nothing needs them', () => {
    const judged = judge(subject(), answer([old('a', 'les')]), answer([studio('a', 'les')]), excuses);
    expect(staleIn([judged], excuses)).toEqual(['f: nothing needs the excuse “the domain says so”']);
  });

  test('let an app be heard alone that could not be heard before, in the provisioned name only', () => {
    const alone = { ...none, unheardBefore: [{ fixture: 'f', because: 'it does not compile' }] };
    const ended = { ...answer([]), error: 'InvalidProgramException: no' };
    expect(judge(subject(), ended, answer([studio('a', 'les')]), alone).failures).toEqual([]);
    expect(judge(subject(), ended, answer([old('a', 'les')]), alone).failures).toHaveLength(1);
    expect(judge(subject(), ended, answer([studio('a', 'les')]), none).failures).toHaveLength(1);
  });
});

test('an app in which nothing asks is a failure', () => {
  expect(failures([], [])).toEqual(['f, switch: nothing in it asks for a token']);
});

test.each(['--fixture=nosuch', '--wat', '--fixture'])('%s is refused', (option) => {
  expect(askedIn([option]).kind).toBe('refused');
});

function failures(before: readonly Seen[], after: readonly Seen[], clients: readonly Decided[] = [client({})]) {
  return judge({ ...subject(), clients }, answer(before), answer(after), none).failures;
}

function verdicts(before: readonly Seen[], after: readonly Seen[]) {
  return judge(subject(), answer(before), answer(after), none).compared.map(({ verdict }) => verdict.kind);
}

function subject(): Subject {
  return { fixture: 'f', step: 'switch', clients: [client({})], line: '8.7+' };
}

function client(decided: Partial<Decided>): Decided {
  return { name: 'c', section: null, decision: 'studio', byHand: false, ...decided };
}

function answer(heard: readonly Seen[]): Answer {
  const provisioned = { value: 'x', provider: 0 };
  const section = { authority: provisioned, clientId: provisioned, 'jwk:kid': provisioned };
  const providers = ['file:maskinporten-settings.json', 'vault'];
  return { id: 'f', error: null, providers, sections: { MaskinportenSettings: section }, seen: heard };
}

function old(name: string, scope: string): Seen {
  return asking(name, 'old maskinportensettings', scope, {});
}

function studio(name: string, scope: string, token: Partial<Token> = {}): Seen {
  return asking(name, 'studio-client', scope, token);
}

function asking(name: string, clientId: string, scope: string, token: Partial<Token>): Seen {
  const arrived: Token = {
    written: 'full',
    clientId,
    scope,
    exchanged: true,
    exchangedAt: 'https://exchange.example/',
    ...token,
  };
  return seen(name, [grant(clientId, scope), target(arrived)]);
}

function seen(name: string, messages: readonly Message[]): Seen {
  return { deed: 'clients', name, error: null, messages };
}

function grant(issuer: string, scope: string): Message {
  const asked = { issuer, scope, audience: null, resource: null, consumerOrg: null, kid: null };
  return {
    kind: 'grant',
    uri: 'https://test.maskinporten.no/token',
    grant: { ...asked, signedBy: issuer === 'studio-client' ? 'studio' : 'old', accepted: true },
    token: null,
    scheme: null,
    status: 200,
  };
}

function target(token: Token | null): Message {
  const scheme = token === null ? null : 'Bearer';
  return { kind: 'target', uri: 'https://target.example/', grant: null, token, scheme, status: 200 };
}
