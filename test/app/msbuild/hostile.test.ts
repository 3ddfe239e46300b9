import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/app/msbuild/condition.ts';
import { evaluateProject } from '../../../src/app/msbuild/evaluation.ts';
import { type ExpansionScope, expand } from '../../../src/app/msbuild/expand.ts';
import { packageReferencesOf } from '../../../src/app/msbuild/package-references.ts';
import { parseRange } from '../../../src/app/versions/version-range.ts';
import { webProject, workspaceOf } from '../workspace-of.ts';

const scope: ExpansionScope = { property: () => null, fileAbove: () => null, exists: () => false };

const pieces = [
  '$(',
  ')',
  '(',
  "'",
  '!',
  '==',
  ' and ',
  ' or ',
  'Exists(',
  '[MSBuild]::',
  'X',
  '.',
  '8',
  '*',
  '[',
  ',',
  '-',
  ' ',
];
const jumble = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

test('whatever stands in an attribute has an answer', () => {
  fc.assert(
    fc.property(jumble, (text) => {
      expect(['true', 'false', 'unknown']).toContain(evaluate(text, scope));
      expect(['known', 'unknown']).toContain(expand(text, scope).kind);
      parseRange(text);
    }),
  );
});

test.each([
  ['parentheses', '('.repeat(100_000)],
  ['negations', '!'.repeat(100_000)],
  ['functions', '$([MSBuild]::GetPathOfFileAbove('.repeat(20_000) + '))'.repeat(20_000)],
])('%s without end cannot be decided', (_, text) => {
  expect(evaluate(text, scope)).toBe('unknown');
  expect(expand(text, scope).kind).toBe('unknown');
});

test('functions in functions are followed as deep as a readable expression can hold', () => {
  const nested = '$([MSBuild]::GetPathOfFileAbove('.repeat(280) + '))'.repeat(280);
  expect(expand(nested, scope)).toEqual({ kind: 'known', values: [''] });
});

test('properties that double themselves do not fill the memory', () => {
  const doubling = '<V>$(V)$(V)</V>'.repeat(200);
  const many = Array.from({ length: 200 }, (_, index) => `<W Condition="$(CI)">${index}</W>`).join('');
  const items = '<PackageReference Include="A" Version="$(V)" /><PackageReference Include="B" Version="$(W)" />';
  const body = `<PropertyGroup><V>xx</V>${doubling}${many}</PropertyGroup><ItemGroup>${items}</ItemGroup>`;
  const workspace = workspaceOf({ 'App.csproj': webProject(body) });
  const versions = packageReferencesOf(evaluateProject(workspace, 'App.csproj')).flatMap(
    (reference) => reference.versions,
  );
  expect(versions).toMatchObject([{ reason: { code: 'computed' } }, { reason: { code: 'computed' } }]);
});

test('a project with too many items is said to be one', () => {
  const items = Array.from({ length: 6_000 }, (_, index) => `<Compile Include="F${index}.cs" />`).join('');
  const workspace = workspaceOf({ 'App.csproj': webProject(`<ItemGroup>${items}</ItemGroup>`) });
  expect(evaluateProject(workspace, 'App.csproj').unread).toMatchObject([
    { file: 'App.csproj', reason: 'too-many-items' },
  ]);
});
