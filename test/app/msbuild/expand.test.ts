import { describe, expect, test } from 'vitest';
import { type ExpansionScope, expand } from '../../../src/app/msbuild/expand.ts';
import { computed, known, type Values } from '../../../src/app/msbuild/values.ts';

const properties: Readonly<Record<string, Values>> = {
  major: known('8'),
  minor: known('9', '10'),
  runtime: computed('$([x]::y())'),
  msbuildthisfiledirectory: known('/src/App/'),
};

const scope: ExpansionScope = {
  property: (name) => properties[name.toLowerCase()] ?? null,
  fileAbove(name, folder) {
    if (folder === '/src/App/') return `/src/App/${name}`;
    return folder === '/src/App/../' ? `/${name}` : null;
  },
  exists: () => false,
};

describe('an expression', () => {
  test.each<[string, readonly string[]]>([
    ['8.9.2', ['8.9.2']],
    ['$(Major).9.2', ['8.9.2']],
    ['$( MAJOR ).$(Minor)', ['8.9', '8.10']],
    [
      "$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))",
      ['/Directory.Build.props'],
    ],
    ["$([MSBuild]::GetPathOfFileAbove(x.props, 'elsewhere'))", ['']],
    ['$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory)../, x.sln))', ['/']],
    ['$([MSBuild]::GetPathOfFileAbove(x.props))', ['/src/App/x.props']],
    ["$([msbuild]::getpathoffileabove( 'x.props' ))", ['/src/App/x.props']],
    ['$([MSBuild]::GetPathOfFileAbove("x.props", `$(MSBuildThisFileDirectory)../`))', ['/x.props']],
    ["$([MSBuild]::GetPathOfFileAbove(it's'.props))", ["/src/App/it's'.props"]],
    ["$([MSBuild]::GetPathOfFileAbove('it's.props))", ["/src/App/'it's.props"]],
    ['$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory), x.sln))/y.props', ['/src/App/y.props']],
    ["$([MSBuild]::GetDirectoryNameOfFileAbove('elsewhere', x.sln))", ['']],
    ['50 % of $5', ['50 % of $5']],
    ['$(Major)$(Major)(a) b', ['88(a) b']],
  ])('%j comes to %j', (text, values) => {
    expect(expand(text, scope)).toEqual(known(...values));
  });

  test('names the property that nothing defines', () => {
    const reason = { code: 'undefined-property', property: 'Patch' };
    expect(expand('8.9.$(Patch)', scope)).toEqual({ kind: 'unknown', reason });
    expect(expand('8.9.$(Patch)', scope, 'empty')).toEqual(known('8.9.'));
  });

  test.each([
    '$(Runtime)',
    '$([System.DateTime]::Now.Year)',
    '@(Versions)',
    '%(Identity)',
    '$(Major',
    '$(Major.Trim())',
    '$(5)',
    '$()',
    '$(Ma jor)',
    '$([MSBuild]::GetPathOfFileAbove($(Runtime)))',
    '$([MSBuild]::GetPathOfFileAbove($(Minor)))',
    '$([MSBuild]::GetPathOfFileAbove(x.props, $(Runtime)))',
    '$([MSBuild]::GetPathOfFileAbove(x.props, $(Minor)))',
    '$([MSBuild]::GetPathOfFileAbove(x.props).Trim())',
    '$(X[MSBuild]::GetPathOfFileAbove(x.props))',
    '$([MSBuild]::EnsureTrailingSlash(x))',
  ])('%j is left to the build', (text) => {
    expect(expand(text, scope)).toMatchObject({ kind: 'unknown', reason: { code: 'computed' } });
  });

  test.each([
    ['8.$([System.DateTime]::Now.Year).0', '$([System.DateTime]::Now.Year)'],
    ['$([MSBuild]::GetPathOfFileAbove($(Runtime)))', '$([MSBuild]::GetPathOfFileAbove($(Runtime)))'],
    ['$(Major).$(Minor', '.$(Minor'],
    [`$([System.String]::Copy('${'x'.repeat(200)}'))`, `$([System.String]::Copy('${'x'.repeat(75)}`],
  ])('%j names, in short, what only the build knows', (text, expression) => {
    expect(expand(text, scope)).toEqual({ kind: 'unknown', reason: { code: 'computed', expression } });
  });

  test('with too many possibilities is not listed', () => {
    expect(expand('$(Minor)$(Minor)$(Minor)$(Minor)', scope)).toMatchObject({ kind: 'known' });
    expect(expand('$(Minor).'.repeat(5), scope)).toMatchObject({ kind: 'unknown' });
  });
});
