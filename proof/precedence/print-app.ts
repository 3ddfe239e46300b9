import { type Credentials, pathsOf, sectionOf } from './credentials.ts';
import { type GeneratedApp, type HeldKeys, ownSection, type Place } from './generated-app.ts';
import { clientClass, clientsOf, usesExternal } from './print-clients.ts';
import { printStartUp } from './print-program.ts';

export type Files = Readonly<Record<string, string>>;

/** The repo of an app. */
export function printApp(app: GeneratedApp, credentials: Credentials): Files {
  const inProject = {
    ...printStartUp(app),
    ...Object.fromEntries(clientsOf(app).map((name) => [`clients/${name}.cs`, clientClass(name)])),
    'App.csproj': printProject(app),
    'config/applicationmetadata.json': '{ "id": "skogv/app", "org": "skogv" }\n',
    ...printSettings(app, credentials),
  };
  return {
    ...Object.fromEntries(Object.entries(inProject).map(([path, text]) => [`App/${path}`, text])),
    ...printValues(app),
  };
}

function printProject({ version, external }: GeneratedApp): string {
  const own = external === null ? {} : { 'Altinn.ApiClients.Maskinporten': external };
  const references = Object.entries({ 'Altinn.App.Api': version, 'Altinn.App.Core': version, ...own });
  const elements = references.map(([id, held]) => `    <PackageReference Include="${id}" Version="${held}" />\n`);
  return `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n${elements.join('')}  </ItemGroup>\n</Project>\n`;
}

const settingsFiles = [
  'appsettings.json',
  'appsettings.Production.json',
  'appsettings.Development.json',
  'appsettings.Local.json',
  'own.json',
] as const satisfies readonly Place[];

function printSettings(app: GeneratedApp, credentials: Credentials): Files {
  return Object.fromEntries(
    settingsFiles.flatMap((file) => {
      const content = { ...defaultSectionIn(app, file, credentials), ...besidesIn(app, file, credentials) };
      return Object.keys(content).length === 0 ? [] : [[file, `${JSON.stringify(content, null, 2)}\n`]];
    }),
  );
}

function defaultSectionIn(app: GeneratedApp, file: Place, credentials: Credentials) {
  const section = sectionOf(app.held[file], file, credentials);
  const environment =
    file === 'appsettings.json' && app.client.includes('external-default') ? { Environment: 'test' } : {};
  const whole = { ...environment, ...section };
  return Object.keys(whole).length === 0 ? {} : { MaskinportenSettings: whole };
}

/** A whole credential of another section, and the way to another file. */
function besidesIn(app: GeneratedApp, file: Place, credentials: Credentials) {
  const path = app.otherFile === file ? { MaskinportenSettingsFilepath: 'other-settings.json' } : {};
  const isElsewhere = /own|custom|delegate/.test(app.client) && file === 'appsettings.json';
  if (!isElsewhere) return path;
  const keys: HeldKeys = usesExternal(app)
    ? { ClientId: 'filled', EncodedJwk: 'filled' }
    : { ClientId: 'filled', Authority: 'filled', JwkBase64: 'filled' };
  const environment = usesExternal(app) ? { Environment: 'test' } : {};
  const [outer = '', inner = ''] = ownSection.split(':');
  return { ...path, [outer]: { [inner]: { ...environment, ...sectionOf(keys, file, credentials) } } };
}

/** What the deployment sets, by names alone: the values come from the platform. */
function printValues(app: GeneratedApp): Files {
  const names = variablesOf(app, null).map(([name]) => `    - name: ${name}\n      value: x\n`);
  return names.length === 0 ? {} : { 'deployment/values.yaml': `deployment:\n  env:\n${names.join('')}` };
}

/** The environment variables of the default section. */
export function variablesOf(
  { held }: GeneratedApp,
  credentials: Credentials | null,
): readonly (readonly [string, string])[] {
  const known = credentials ?? nothing;
  return pathsOf(held.environment, 'environment', known).map(([path, value]) => [path.replaceAll(':', '__'), value]);
}

const nothing: Credentials = {
  own: { kty: '', kid: '', n: '', e: '', d: '', p: '', q: '', dp: '', dq: '', qi: '', alg: '', use: '' },
  studio: {},
  maskinporten: '',
};
