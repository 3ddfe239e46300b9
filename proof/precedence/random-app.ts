import fc from 'fast-check';
import {
  type Client,
  type Deed,
  type GeneratedApp,
  type HeldKeys,
  type Holding,
  type places,
  type Step,
  versions,
  type When,
  type Writing,
} from './generated-app.ts';
import { isPossible } from './possible.ts';

/** The same apps every time. */
export function randomApps(count: number, seed: number): readonly GeneratedApp[] {
  return fc.sample(apps, { numRuns: count, seed });
}

const holding = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Holding>('filled') },
  { weight: 1, arbitrary: fc.constant<Holding>('empty') },
);
const jwkHolding = fc.oneof(holding, fc.constantFrom<Holding>('part', 'text'));

const keys: fc.Arbitrary<HeldKeys> = fc.record(
  { ClientId: holding, Jwk: jwkHolding, JwkBase64: holding, Authority: holding, EncodedJwk: holding },
  { requiredKeys: [] },
);
/** Credentials as people had them: whole, or with a part elsewhere. */
const believable: fc.Arbitrary<HeldKeys> = fc.constantFrom<HeldKeys>(
  {},
  { ClientId: 'filled', JwkBase64: 'filled', Authority: 'filled' },
  { ClientId: 'filled', EncodedJwk: 'filled' },
  { ClientId: 'filled' },
  { JwkBase64: 'filled' },
  { EncodedJwk: 'filled' },
  { Authority: 'filled' },
  { ClientId: 'filled', Jwk: 'filled', Authority: 'filled' },
);
const seldom = fc.oneof(
  { weight: 5, arbitrary: fc.constant<HeldKeys>({}) },
  { weight: 2, arbitrary: believable },
  { weight: 1, arbitrary: keys },
);
const often = fc.oneof({ weight: 3, arbitrary: believable }, { weight: 1, arbitrary: keys });

const held = fc.record({
  'appsettings.json': often,
  'appsettings.Production.json': seldom,
  'appsettings.Development.json': seldom,
  'appsettings.Local.json': seldom,
  'own.json': often,
  'own-values': often,
  environment: seldom,
  vault: often,
} satisfies Record<(typeof places)[number], fc.Arbitrary<HeldKeys>>);

const writings = fc.constantFrom<Writing>('inline', 'local-function', 'extension', 'app-configuration');
const whens = fc.oneof(
  { weight: 6, arbitrary: fc.constant<When>('always') },
  { weight: 2, arbitrary: fc.constant<When>('deployed') },
  { weight: 1, arbitrary: fc.constant<When>('development') },
  { weight: 1, arbitrary: fc.constant<When>('flag') },
);

const step = (does: Deed): fc.Arbitrary<Step> =>
  fc.record({ does: fc.constant(does), written: writings, when: does === 'services' ? fc.constant('always') : whens });
const perhaps = (does: Deed, weight: number): fc.Arbitrary<readonly Step[]> =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant([]) }, { weight, arbitrary: step(does).map((one) => [one]) });

const steps = fc
  .tuple(
    step('services').map((one) => [one]),
    perhaps('host', 8),
    perhaps('load-app-config', 2),
    perhaps('vault-helper', 4),
    perhaps('vault-by-hand', 2),
    perhaps('own-file', 2),
    perhaps('own-values', 1),
    perhaps('settings-again', 1),
    perhaps('environment-again', 1),
    perhaps('clear', 1),
  )
  .map((some) => some.flat())
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));

const clients = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Client>('default') },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Client>(
      'default-path',
      'custom-path',
      'delegate',
      'external-default',
      'external-own',
      'default-and-external-own',
      'default-and-external-default',
    ),
  },
);

const apps: fc.Arbitrary<GeneratedApp> = fc
  .record({
    version: fc.constantFrom(...versions),
    style: fc.oneof(
      { weight: 9, arbitrary: fc.constant('statements' as const) },
      { weight: 1, arbitrary: fc.constant('startup-class' as const) },
    ),
    steps,
    client: clients,
    external: fc.constantFrom('10.2.1' as const, null),
    held,
    listed: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    opening: fc.constantFrom('secret-file' as const, 'environment' as const),
    otherFile: fc.oneof(
      { weight: 20, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'appsettings.json' as const,
          'appsettings.Production.json' as const,
          'appsettings.Development.json' as const,
        ),
      },
    ),
  })
  .filter(isPossible);
