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
  fileAbove: (name, folder) => (folder === '/src/App/../' ? `/${name}` : null),
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
    ['50 % of $5', ['50 % of $5']],
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
  ])('%j is left to the build', (text) => {
    expect(expand(text, scope)).toMatchObject({ kind: 'unknown', reason: { code: 'computed' } });
  });

  test('with too many possibilities is not listed', () => {
    expect(expand('$(Minor)$(Minor)$(Minor)$(Minor)', scope)).toMatchObject({ kind: 'known' });
    expect(expand('$(Minor).'.repeat(5), scope)).toMatchObject({ kind: 'unknown' });
  });
});
