import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/app/msbuild/condition.ts';
import type { ExpansionScope } from '../../../src/app/msbuild/expand.ts';
import { known, type Values } from '../../../src/app/msbuild/values.ts';

const properties: Readonly<Record<string, Values>> = {
  altinnversion: known('8.9.2'),
  uselocal: known('True'),
  targetframework: known('net8.0'),
  number: known('10'),
  flavour: known('a', 'b'),
};

const scope: ExpansionScope = {
  property: (name) => properties[name.toLowerCase()] ?? null,
  fileAbove: () => null,
  exists: (path) => path === 'there.props',
};

describe('a condition', () => {
  test.each([
    '',
    "'$(AltinnVersion)' == '8.9.2'",
    "'$(altinnversion)'=='8.9.2'",
    "'$(Undefined)' == ''",
    "'$(Undefined)' != 'true'",
    "$(UseLocal) == 'true'",
    '$(UseLocal)',
    "!('$(UseLocal)' == 'false')",
    "'$(TargetFramework)' == 'net8.0' and '$(Undefined)' == ''",
    "'$(Configuration)' == 'Release' or '$(UseLocal)' == 'true'",
    "('$(Undefined)' == 'x' Or '$(UseLocal)' == 'true') And !false",
    '$(Number) >= 9',
    "'$(Number)' == '10.0'",
    "'$(Flavour)' != 'c'",
    "Exists('there.props')",
    "exists( 'there.props' ) and true",
  ])('%j holds', (condition) => {
    expect(evaluate(condition, scope)).toBe('true');
  });

  test.each([
    "'$(AltinnVersion)' == ''",
    "'$(Undefined)' == 'true'",
    "'$(Configuration)' == 'Release' and '$(Undefined)' == 'x'",
    '$(Number) < 9',
    '!$(UseLocal)',
    "'$(Flavour)' == 'c'",
  ])('%j does not hold', (condition) => {
    expect(evaluate(condition, scope)).toBe('false');
  });

  test.each([
    "'$(Configuration)' == 'Release'",
    "'$(Configuration)|$(Platform)' == 'Debug|AnyCPU'",
    "$(CI) == 'true'",
    "'$(MSBuildRuntimeType)' == 'Core'",
    "'$(Flavour)' == 'a'",
    "Exists('elsewhere.props')",
    "!Exists('elsewhere.props')",
    "$([MSBuild]::IsOSPlatform('Linux'))",
    "$(AltinnVersion.StartsWith('8'))",
    "HasTrailingSlash('x')",
    "'a' == 'b' == 'c'",
    "'$(Undefined' == ''",
    "('a' == 'a'",
    "'a' =",
    '&&',
  ])('%j cannot be decided', (condition) => {
    expect(evaluate(condition, scope)).toBe('unknown');
  });
});
