import {
  type Client,
  type GeneratedApp,
  type Held,
  type HeldKeys,
  holdsNothing,
  isAtLeast,
  type Place,
  type Step,
  type Version,
  versions,
} from './generated-app.ts';
import { isPossible } from './possible.ts';

/** Every start-up on every version, and every client with its credentials in every place. */
export function matrixApps(): readonly GeneratedApp[] {
  return [...startUpsOnVersions(), ...clientsAndPlaces(), ...chimeras()].filter(isPossible);
}

const services: Step = { does: 'services', written: 'local-function', when: 'always' };
const host: Step = { does: 'host', written: 'local-function', when: 'always' };
const helper: Step = { does: 'vault-helper', written: 'inline', when: 'always' };
const byHand: Step = { does: 'vault-by-hand', written: 'app-configuration', when: 'always' };
const loadAppConfig: Step = { does: 'load-app-config', written: 'app-configuration', when: 'always' };
const inline = (step: Step): Step => ({ ...step, written: 'inline' });
const deployed = (step: Step): Step => ({ ...step, when: 'deployed' });
const inExtension = (step: Step): Step => ({ ...step, written: 'extension' });

/** The template's, the documentation's of each year, and what people made of them. */
const startUps: readonly (readonly Step[])[] = [
  [services, host],
  [services, inline(host)],
  [host, services],
  [services, inExtension(host)],
  [services, host, helper],
  [services, host, deployed(helper)],
  [services, helper, host],
  [helper, services, host],
  [services, helper, host, deployed(helper)],
  [services, host, inExtension(helper)],
  [services, host, byHand],
  [services, byHand, host],
  [services, loadAppConfig, byHand],
  [services, loadAppConfig],
  [services, helper],
  [services],
  [services, { ...host, when: 'development' }],
  [services, host, { ...helper, when: 'development' }],
  [services, { ...host, when: 'flag' }],
  [services, host, { ...helper, when: 'flag' }],
  [services, host, { does: 'own-file', written: 'inline', when: 'always' }],
  [services, { does: 'own-file', written: 'app-configuration', when: 'always' }, host],
  [services, host, { does: 'own-values', written: 'inline', when: 'always' }],
  [services, { does: 'own-values', written: 'inline', when: 'always' }, host],
  [services, host, { does: 'settings-again', written: 'inline', when: 'always' }],
  [services, { does: 'environment-again', written: 'inline', when: 'always' }, host],
  [services, host, { does: 'environment-again', written: 'extension', when: 'always' }],
  [services, host, { does: 'clear', written: 'inline', when: 'always' }],
  [services, { does: 'clear', written: 'inline', when: 'always' }, host],
];

function startUpsOnVersions(): readonly GeneratedApp[] {
  return startUps.flatMap((steps, index) =>
    versions.map((version, nth) => ({
      ...plain(version),
      steps,
      style:
        steps.every(isOfStartUpClass) && (index + nth) % 5 === 0 ? ('startup-class' as const) : ('statements' as const),
      held: spread(index * versions.length + nth),
      listed: (index + nth) % 3 !== 0,
      opening: isOpenedEarly(steps) ? ('environment' as const) : ('secret-file' as const),
    })),
  );
}

/** Code that opens the vault by hand before the host finds no secret file yet. */
function isOpenedEarly(steps: readonly Step[]): boolean {
  const byHandAt = steps.findIndex(({ does }) => does === 'vault-by-hand');
  return byHandAt !== -1 && !steps.slice(0, byHandAt).some(({ does }) => does === 'host');
}

function isOfStartUpClass({ does, when }: Step): boolean {
  const isOfHost = ['services', 'host', 'load-app-config', 'vault-by-hand', 'own-file', 'environment-again'].includes(
    does,
  );
  return isOfHost && (does !== 'host' || when === 'always');
}

const clients: readonly Client[] = [
  'default',
  'default-path',
  'custom-path',
  'delegate',
  'external-default',
  'external-own',
  'default-and-external-own',
  'default-and-external-default',
];

const orders: readonly (readonly Step[])[] = [
  [services, host],
  [services, host, helper],
  [services, helper, host],
  [services, loadAppConfig, byHand],
  [services, host, byHand],
];

const whole: HeldKeys = { ClientId: 'filled', JwkBase64: 'filled', Authority: 'filled', EncodedJwk: 'filled' };
const bothKeys: HeldKeys = { ClientId: 'filled', Jwk: 'filled', Authority: 'filled', EncodedJwk: 'filled' };

const credentialPlaces: readonly Place[] = [
  'appsettings.json',
  'appsettings.Production.json',
  'appsettings.Local.json',
  'environment',
  'vault',
];

function clientsAndPlaces(): readonly GeneratedApp[] {
  let count = 0;
  return clients.flatMap((client) =>
    orders.flatMap((steps) =>
      credentialPlaces.flatMap((place) =>
        [whole, bothKeys].map((keys): GeneratedApp => {
          count += 1;
          const version = versionFor(client, count);
          const isExplicit = client.includes('external') && (isAtLeast(version, '9.0.0-preview.1') || count % 4 === 0);
          return {
            ...plain(version),
            steps,
            client,
            external: isExplicit ? '10.2.1' : null,
            held: { ...holdsNothing, [place]: keys },
            listed: place === 'vault' || count % 2 === 0,
            opening: isOpenedEarly(steps) ? 'environment' : 'secret-file',
          };
        }),
      ),
    ),
  );
}

/** The old key under Studio's client id, in each place that wins over it or is left below it. */
function chimeras(): readonly GeneratedApp[] {
  const keys: readonly HeldKeys[] = [
    { JwkBase64: 'filled' },
    { ClientId: 'filled' },
    { Jwk: 'part' },
    { Jwk: 'text' },
    { Jwk: 'filled' },
    { Authority: 'filled' },
    { ClientId: 'empty' },
    { Jwk: 'empty' },
    { JwkBase64: 'empty' },
  ];
  return keys.flatMap((some, index) =>
    credentialPlaces.flatMap((place, nth) =>
      orders.slice(0, 3).map((steps): GeneratedApp => {
        const version = versionFor('default', index + nth);
        const besides = place === 'appsettings.json' ? {} : { 'appsettings.json': whole };
        return { ...plain(version), steps, held: { ...holdsNothing, ...besides, [place]: some } };
      }),
    ),
  );
}

function versionFor(client: Client, count: number): Version {
  const fitting = versions.filter((version) =>
    isPossible({ ...plain(version), client, external: client.includes('external') ? '10.2.1' : null }),
  );
  return fitting[count % fitting.length] ?? '8.12.8';
}

function plain(version: Version): GeneratedApp {
  return {
    version,
    style: 'statements',
    steps: [services, host],
    client: isAtLeast(version, '8.3.4') ? 'default' : 'external-default',
    external: null,
    held: holdsNothing,
    listed: true,
    opening: 'secret-file',
    otherFile: null,
  };
}

const identityKeys = ['ClientId', 'Jwk', 'JwkBase64', 'Authority', 'EncodedJwk'] as const;
const spreadPlaces = [
  'appsettings.json',
  'appsettings.Production.json',
  'appsettings.Local.json',
  'environment',
  'vault',
  'own.json',
  'own-values',
] as const;

/** Each key in other places than its neighbours. */
function spread(pattern: number): Held {
  const keysAt = (place: number): HeldKeys =>
    Object.fromEntries(
      identityKeys
        .filter((_, key) => ((pattern * 37 + key * 53) % 128) & (1 << place))
        .map((key) => [key, 'filled' as const]),
    );
  return { ...holdsNothing, ...Object.fromEntries(spreadPlaces.map((place, index) => [place, keysAt(index)])) };
}
