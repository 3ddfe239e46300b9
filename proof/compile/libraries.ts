import type { Family } from '../surface/symbols.ts';
import type { PackageReference } from './projects.ts';

/** A library of which this machine may lack a version, and what stands in for it then. */
export interface Library {
  readonly id: string;
  /** Whose symbols the stand-in asks for its version. */
  readonly family: Family | null;
  /** The versions of one line, as NuGet writes them: what serves for each other. */
  readonly line: (version: string) => string;
  /** What an app gets with it, and what its stand-in needs. */
  readonly brings: (version: string) => readonly PackageReference[];
  /** Without these, which the source may lack or have in another line only, the real one is of no use. */
  readonly needs?: readonly { readonly id: string; readonly major: number }[];
  /** Its assembly, where that has another name. */
  readonly assembly?: string;
  /** Before this version there is nothing in it that apps call. */
  readonly since?: string;
}

const eFormidling = { id: 'Altinn.Common.EFormidlingClient', version: '1.3.3' };
const storage = { id: 'Altinn.Platform.Storage.Interface', version: '4.*' };
/** In the versions that the app library is made against, which a source may lack the packages between to tell. */
const extensions = [
  'Microsoft.Extensions.Caching.Abstractions',
  'Microsoft.Extensions.Configuration.Abstractions',
  'Microsoft.Extensions.DependencyInjection.Abstractions',
  'Microsoft.Extensions.Http',
].map((id) => ({ id, version: '10.*' }));

const nothing = () => [];
const rest = [{ id: 'Microsoft.Rest.ClientRuntime', major: 2 }];

export const libraries: readonly Library[] = [
  { id: 'Altinn.App.Api', family: 'ALTINN_APP', line: lineOfApp, brings: broughtByApi, since: '7.0.0' },
  { id: 'Altinn.App.Core', family: 'ALTINN_APP', line: lineOfApp, brings: broughtByCore },
  { id: 'Altinn.App.Clients.Fiks', family: 'ALTINN_APP', line: lineOfApp, brings: (version) => [core(version)] },
  { id: 'Altinn.App.PlatformServices', family: 'ALTINN_APP', line: major, brings: () => [storage] },
  {
    id: 'Altinn.ApiClients.Maskinporten',
    family: 'MASKINPORTEN',
    line: major,
    brings: () => [{ id: 'Microsoft.IdentityModel.Tokens', version: '*' }],
  },
  { id: 'Altinn.ApiClients.Dan', family: 'DAN', line: major, brings: broughtByDan },
  { id: 'Altinn.ApiClients.Dialogporten', family: null, line: major, brings: () => [external('8.0.1')] },
  {
    id: 'Altinn.Common.EFormidlingClient',
    family: null,
    line: major,
    brings: nothing,
    assembly: 'Altinn.EFormidlingClient',
  },
  {
    id: 'Azure.Extensions.AspNetCore.Configuration.Secrets',
    family: null,
    line: major,
    brings: () => [{ id: 'Azure.Security.KeyVault.Secrets', version: '4.2.0' }],
  },
  {
    id: 'Microsoft.Extensions.Configuration.AzureKeyVault',
    family: null,
    line: major,
    brings: () => [{ id: 'Microsoft.Azure.KeyVault', version: '2.3.2' }],
    needs: rest,
  },
  { id: 'Microsoft.Azure.KeyVault', family: null, line: major, brings: nothing, needs: rest },
  { id: 'Microsoft.Azure.Services.AppAuthentication', family: null, line: major, brings: nothing },
  { id: 'Microsoft.Extensions.Http.Resilience', family: null, line: major, brings: nothing },
  {
    id: 'Microsoft.Extensions.Http.Polly',
    family: null,
    line: major,
    brings: () => [{ id: 'Polly.Extensions.Http', version: '3.0.0' }],
  },
  {
    id: 'Polly.Extensions.Http',
    family: null,
    line: major,
    brings: () => [{ id: 'Polly', version: '7.2.4' }],
  },
  {
    id: 'Swashbuckle.AspNetCore',
    family: null,
    line: major,
    brings: nothing,
    needs: [{ id: 'Swashbuckle.AspNetCore.SwaggerGen', major: 6 }],
  },
  { id: 'Nordfelles.Http', family: null, line: major, brings: nothing },
  { id: 'Nordfelles.Maskinporten', family: null, line: major, brings: nothing },
];

const byId = new Map(libraries.map((library) => [library.id.toLowerCase(), library]));

export function libraryOf(id: string): Library | null {
  return byId.get(id.toLowerCase()) ?? null;
}

/** The lines of the domain; 8.7 to 8.12 are one. */
function lineOfApp(version: string): string {
  const [, first = 0, second = 0] = (/^\[?(\d+)(?:\.(\d+))?/.exec(version) ?? []).map(Number);
  if (first >= 9) return `${first}.*-*`;
  if (first < 8) return `${first}.*`;
  if (/^8\.\*/.test(version) || second >= 7) return '8.*';
  return second >= 5 ? '8.6.*' : `8.${second}.*`;
}

export function major(version: string): string {
  const digits = /\d+/.exec(version)?.[0];
  return digits === undefined ? '*' : `${digits}.*`;
}

function core(version: string): PackageReference {
  return { id: 'Altinn.App.Core', version };
}

function external(version: string): PackageReference {
  return { id: 'Altinn.ApiClients.Maskinporten', version };
}

function broughtByApi(version: string): readonly PackageReference[] {
  return Number.parseInt(version, 10) < 7 ? [storage] : [core(version)];
}

const around = [storage, eFormidling, ...extensions];

/** Which version of the external package comes along, by the version of the app library. */
function broughtByCore(version: string): readonly PackageReference[] {
  const [first = 0, second = 0, third = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (first !== 8) return first > 8 ? around : [storage];
  if (second < 2 || (second === 2 && third < 4)) return [...around, external('7.1.0')];
  return [...around, external(second === 12 && third < 7 ? '10.0.1' : '8.0.1')];
}

function broughtByDan(version: string): readonly PackageReference[] {
  return Number.parseInt(version, 10) < 3 ? [external('8.0.1')] : [];
}
