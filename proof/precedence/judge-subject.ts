import type { GeneratedApp } from './generated-app.ts';
import { judgePrecedence, judgeProviders, type Verdict } from './judge.ts';
import { judgeOverridesStudio } from './judge-findings.ts';
import type { Observation } from './observation.ts';
import { hasFromVault, nameOf, type Outcome, outcomeOf } from './outcome.ts';
import { clientsOf } from './print-clients.ts';
import type { Seen, Subject } from './subject.ts';
import { eventOf, type Lived, trueTriggers } from './true-trigger.ts';
import { historyIn, leftKeyWorld, possibleWorlds, supposedWorld } from './worlds.ts';

type Ended = Extract<Observation, { kind: 'ended' }>;

/** What came of one subject. */
export interface Judged {
  readonly subject: Subject;
  /** The event that the tool names, if any was to be seen. */
  readonly event: string;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly what: 'key' | 'sources' | 'finding' | 'trigger' | 'files to clear' | 'key left';
  readonly about: string;
  readonly verdict: Verdict;
}

export function judge(subject: Subject, emptied: Subject | null, seen: Seen): Judged {
  const { app, claims } = subject;
  const { before, added, removed } = historyIn(supposedWorld(app, claims));
  const atLast = seen(subject, added);
  if (atLast.kind === 'ended') return judgeEnd(subject, atLast);
  const clients = clientsOf(app).map((name): Lived => {
    return {
      name,
      kind: kindOf(subject, name),
      before: outcomeOf(seen(subject, before), name),
      added: outcomeOf(atLast, name),
      removed: outcomeOf(seen(subject, removed), name),
      hasFromVault: hasFromVault(atLast, name),
    };
  });
  const isV9 = app.version.startsWith('9');
  const events = trueTriggers(clients, isV9 || atLast.start.sources.includes('studio'));
  const event = eventOf(claims.trigger);
  const lives = clients.map((one) => `${one.name}: ${[one.before, one.added, one.removed].map(nameOf).join(', ')}`);
  const isTrue = events.length === 0 || events.includes(event);
  const flips = isTrue ? agrees : differs(event, `${events.join(' or ')} (${lives.join('; ')})`);
  const builtIn = clients.find(({ kind }) => kind === 'built-in');
  return {
    subject,
    event: events.length === 0 ? 'nothing that ever worked' : event,
    answers: [
      ...(isV9 ? [] : judgeConfiguration(subject, seen)),
      { what: 'trigger', about: 'trigger', verdict: flips },
      ...(builtIn && emptied ? [judgeEmptied(emptied, builtIn.name, seen)] : []),
      ...(builtIn && mayLeaveKey(subject) ? [judgeLeftKey(subject, builtIn.name, seen)] : []),
    ],
  };
}

const agrees: Verdict = { kind: 'agrees' };

function differs(claimed: string, seen: string): Verdict {
  return { kind: 'differs', claimed, seen };
}

/** v9's client has none of the app's configuration. */
function judgeConfiguration(subject: Subject, seen: Seen): readonly Answer[] {
  const { app, claims } = subject;
  const worlds = possibleWorlds(app).map((world) => seen(subject, world));
  return [
    ...judgePrecedence(claims, app, worlds).map(({ key, verdict }) => ({ what: 'key', about: key, verdict }) as const),
    ...(pointsElsewhere(app)
      ? []
      : [{ what: 'sources', about: 'sources', verdict: judgeProviders(claims, app, worlds) } as const]),
    ...judgeListed(subject, seen),
  ];
}

/** Of a vault that nobody listed there is nothing to compare. */
function judgeListed(subject: Subject, seen: Seen): readonly Answer[] {
  const { app, claims } = subject;
  const added = seen(subject, supposedWorld(app, claims));
  if (!app.listed || added.kind === 'ended') return [];
  const verdict = judgeOverridesStudio(claims, added.start);
  return [{ what: 'finding', about: 'vault/overrides-studio', verdict }];
}

/** At a file that is not there, which older versions leave out of the sources. */
function pointsElsewhere({ otherFile }: GeneratedApp): boolean {
  return otherFile !== null && otherFile !== 'appsettings.Development.json';
}

/** Once what the tool names is gone from the files, and the vault's secrets with it, Studio's credentials are used. */
function judgeEmptied(emptied: Subject, client: string, seen: Seen): Answer {
  const outcome = outcomeOf(seen(emptied, historyIn(supposedWorld(emptied.app, emptied.claims)).removed), client);
  return {
    what: 'files to clear',
    about: 'files to clear',
    verdict: isStudios(outcome) ? agrees : differs('works as studio', nameOf(outcome)),
  };
}

function isStudios(outcome: Outcome): boolean {
  return outcome.kind === 'works' && outcome.as === 'studio';
}

export function mayLeaveKey({ claims: { trigger } }: Subject): boolean {
  return trigger.event === 'scopes-added' && trigger.perhapsLeft !== null;
}

/** The key that the tool says may be left in a vault: with it, Maskinporten refuses. */
function judgeLeftKey(subject: Subject, client: string, seen: Seen): Answer {
  const outcome = outcomeOf(seen(subject, leftKeyWorld(subject.app, subject.claims)), client);
  return {
    what: 'key left',
    about: 'key left',
    verdict: outcome.kind === 'refused' ? agrees : differs('refused', nameOf(outcome)),
  };
}

/** An app that does not even start, as its vault cannot be opened yet, has no configuration; the tool must have said so. */
function judgeEnd(subject: Subject, { error, through }: Ended): Judged {
  const isTold = subject.claims.findings.some(({ rule, data }) => rule === 'vault/before-host' && data.throws);
  const isOfVault = through.includes('AddAzureKeyVaultAsConfigProvider');
  const claimed = isTold ? 'that the vault cannot be opened' : 'that it starts';
  const verdict = isTold && isOfVault ? agrees : differs(claimed, error);
  return {
    subject,
    event: 'nothing, as it does not start',
    answers: [{ what: 'finding', about: 'vault/before-host', verdict }],
  };
}

/** What the code of the subject registers, as it is now. */
function kindOf({ files }: Subject, client: string): Lived['kind'] {
  const text = Object.entries(files)
    .filter(([path]) => path.endsWith('.cs'))
    .map(([, source]) => source)
    .join('\n');
  if (text.includes(`AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>`)) return 'external';
  return /ConfigureMaskinportenClient\((?!"MaskinportenSettings")/.test(text) ? 'built-in-elsewhere' : 'built-in';
}
