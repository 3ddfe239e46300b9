import { outcomeOf, type Part } from '../part.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import { intended } from './intended.ts';
import { type Library, libraries } from './libraries.ts';
import { type Difference, leftOut, openRoslyn } from './roslyn.ts';
import { sourceFor } from './source.ts';

/** A version of each line; only those that the package source has are compared. */
const versions: Readonly<Record<string, readonly string[]>> = {
  'Altinn.App.Api': ['8.3.6', '8.6.4', '8.12.7', '9.0.0-preview.3'],
  'Altinn.App.Core': ['8.3.6', '8.6.4', '8.12.7', '9.0.0-preview.3'],
  'Altinn.App.Clients.Fiks': ['8.12.7'],
  'Altinn.App.PlatformServices': ['4.34.1'],
  'Altinn.ApiClients.Maskinporten': ['1.1.0', '2.4.0', '7.1.0', '8.0.1', '9.1.0', '10.2.1'],
  'Altinn.ApiClients.Dan': ['2.3.0', '3.0.0'],
  'Altinn.ApiClients.Dialogporten': ['1.2.0'],
  'Altinn.Common.EFormidlingClient': ['1.3.3'],
  'Azure.Extensions.AspNetCore.Configuration.Secrets': ['1.3.2'],
  'Microsoft.Azure.KeyVault': ['3.0.5'],
  'Microsoft.Azure.Services.AppAuthentication': ['1.6.2'],
  'Microsoft.Extensions.Configuration.AzureKeyVault': ['3.1.24'],
  'Microsoft.Extensions.Http.Resilience': ['8.10.0'],
  'Polly.Extensions.Http': ['3.0.0'],
};

/** Everything that our stand-ins declare is what the real libraries have. */
export const surface: Part = async ({ dotnet }) => {
  const opened = await openRoslyn(dotnet);
  if (opened.kind !== 'opened') return opened;
  const asked = libraries.flatMap((library) => (versions[library.id] ?? []).map((version) => ({ library, version })));
  const source = await sourceFor(
    dotnet,
    asked.map(({ library, version }) => asProject(library, version)),
  );
  if (source === null) return { kind: 'unable', reason: 'the package source has no reference assemblies of .NET' };
  const found = asked.flatMap(({ library, version }) => comparisonOf(library, version, frameworkFor(version), source));
  if (found.length === 0) return { kind: 'unable', reason: 'the package source has none of the libraries' };
  const compared = await opened.roslyn.compare(found);
  const differences = compared.flatMap(({ standIn, differences: own }) =>
    own.map((one) => ({ ...one, name: nameOf(found, standIn) })),
  );
  const failures = differences
    .filter((one) => !isIntended(one))
    .map(
      ({ name, member, declared, real }) => `${name}: ${member}: declared ${declared}, really ${real ?? 'not there'}`,
    );
  const stale = intended.filter(({ member }) => !differences.some((one) => one.member === member && isIntended(one)));
  const lacking = asked
    .filter(({ library, version }) => comparisonOf(library, version, frameworkFor(version), source).length === 0)
    .map(({ library, version }) => `${library.id} ${version}`);
  return outcomeOf(
    [
      ...compared.map(
        ({ standIn, members, differences: own }) =>
          `${nameOf(found, standIn)}: ${members} members declared, ${own.filter((one) => !isLeftOut(one)).length} of them otherwise than in the library; ${own.filter(isLeftOut).length} members of interfaces left out`,
      ),
      ...(lacking.length > 0 ? [`not in the package source, so not compared: ${lacking.join(', ')}`] : []),
      ...intended.map(({ member, why }) => `members left out on purpose: ${member}: ${why}`),
    ],
    [...failures, ...stale.map(({ member }) => `nothing is left out of ${member} any more: take it out of the table`)],
  );
};

function nameOf(found: readonly Comparison[], standIn: string): string {
  return found.find((one) => one.standIn === standIn)?.name ?? standIn;
}

function isLeftOut({ declared }: Difference): boolean {
  return declared === leftOut;
}

function isIntended(difference: Difference): boolean {
  return isLeftOut(difference) && intended.some(({ member }) => member === difference.member);
}

function asProject({ id }: Library, version: string) {
  return { framework: frameworkFor(version), packages: [{ id, version }] };
}

function frameworkFor(version: string): string {
  return version.startsWith('9.0.0-') ? 'net10.0' : 'net8.0';
}
