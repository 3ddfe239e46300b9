import { describe, expect, test } from 'vitest';
import { assumedFor, tooOldFor } from '../../../src/rules/version/requirement.ts';
import { appWith, auditedApp, projectOf, shortly } from '../audited.ts';

async function versionsOf(project: string) {
  const { app } = await auditedApp(appWith('', { more: { 'App/App.csproj': project } }));
  return app.versions;
}

/** One version for debug builds, the other for what is released. */
const either = (debug: string, release: string) =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">
  <ItemGroup>
    <PackageReference Include="Altinn.App.Api" Version="${debug}" Condition="'$(Configuration)' == 'Debug'" />
    <PackageReference Include="Altinn.App.Api" Version="${release}" Condition="'$(Configuration)' == 'Release'" />
  </ItemGroup>
</Project>
`;

describe('what needs 8.5.0 of the library is', () => {
  test.each([
    ['certain there', projectOf('8.5.0'), []],
    ['certain in what is newer', projectOf('8.12.7'), []],
    ['certain where only one of the packages is named', projectOf('8.5.1', null), []],
    ['certain where only the other is', projectOf(null, '8.5.1'), []],
    ['certain with what floats above it', projectOf('8.5.*'), []],
    ['certain of a preview of what comes after it', projectOf('8.6.0-preview.1'), []],
    ['certain whichever of two it is', either('8.6.1', '8.6.2'), []],
    ['certain of a version that was never released, where NuGet takes the next', projectOf('8.4.0'), []],
    ['too much for an older one', projectOf('8.3.7'), ['version-too-old (8.3.7 < 8.5.0)']],
    ['too much for a preview of it', projectOf('8.5.0-preview.1'), ['version-too-old (8.5.0-preview.1 < 8.5.0)']],
    ['too much for what floats below it', projectOf('8.3.*'), ['version-too-old (8.3.* < 8.5.0)']],
    ['too much for Core, where that is older', projectOf('8.6.0', '8.3.0'), ['version-too-old (8.3.0 < 8.5.0)']],
    ['too much for Api, where that is older', projectOf('8.3.0', '8.6.0'), ['version-too-old (8.3.0 < 8.5.0)']],
    ['too much for both of two', either('8.3.0', '8.3.1'), ['version-too-old (8.3.0 | 8.3.1 < 8.5.0)']],
    ['unknown where two are of different lines', either('8.3.0', '8.6.0'), ['version-unknown']],
    ['unknown where Api is', projectOf('$(Unset)'), ['version-unknown']],
    ['unknown where Api is, whatever Core is', projectOf('$(Unset)', '8.7.0'), ['version-unknown']],
    ['unknown where Api is and Core is too old', projectOf('$(Unset)', '8.2.0'), ['version-unknown']],
    ['unknown where nothing is referenced', projectOf(null), ['version-unknown']],
  ])('%s', async (_, project, expected) => {
    expect(tooOldFor(await versionsOf(project), '8.5.0').map(shortly)).toEqual(expected);
  });
});

describe('what needs 8.5.0 is only assumed', () => {
  test.each([
    ['of a range from below it', projectOf('[8.3.0,9.0)'), '[8.3.0,9.0)'],
    ['of a range from a preview of it', projectOf('[8.5.0-preview.1,9.0)'), '[8.5.0-preview.1,9.0)'],
    ['of a range without a beginning', projectOf('(,9.0)'), '(,9.0)'],
    ['of Core’s range alone', projectOf('8.6.0', '[8.3.0,9.0)'), '[8.3.0,9.0)'],
    ['of Api’s range alone', projectOf('[8.3.0,9.0)', '8.6.0'), '[8.3.0,9.0)'],
  ])('%s', async (_, project, version) => {
    expect(assumedFor(await versionsOf(project), '8.5.0')).toEqual([
      { code: 'version-assumed', version, needed: '8.5.0' },
    ]);
  });

  test.each([
    ['a range from there', projectOf('[8.5.0,9.0)')],
    ['a range from above it', projectOf('(8.6,9.0)')],
    ['an exact version', projectOf('[8.6.0]')],
    ['a least version', projectOf('8.6.0')],
    ['an older version, which is too old for certain', projectOf('8.3.0')],
    ['a floating version, of which NuGet takes the newest', projectOf('8.*')],
    ['an unknown one', projectOf('$(Unset)')],
  ])('but not of %s', async (_, project) => {
    expect(assumedFor(await versionsOf(project), '8.5.0')).toEqual([]);
  });
});
