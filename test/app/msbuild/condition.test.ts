import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/app/msbuild/condition.ts';
import type { ExpansionScope } from '../../../src/app/msbuild/expand.ts';
import { computed, known, type Values } from '../../../src/app/msbuild/values.ts';

const properties: Readonly<Record<string, Values>> = {
  altinnversion: known('8.9.2'),
  uselocal: known('True'),
  targetframework: known('net8.0'),
  number: known('10'),
  flavour: known('a', 'b'),
  yes: known('yes', 'on'),
  either: known('true', 'false'),
  files: known('there.props', 'elsewhere.props'),
  folder: computed('$(Folder)'),
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

describe('a comparison', () => {
  test.each([
    ['2 < 10', 'true'],
    ['10 < 10', 'false'],
    ['10 < 2', 'false'],
    ['2 <= 10', 'true'],
    ['10 <= 10', 'true'],
    ['10 <= 2', 'false'],
    ['10 > 2', 'true'],
    ['10 > 10', 'false'],
    ['2 > 10', 'false'],
    ['10 >= 2', 'true'],
    ['10 >= 10', 'true'],
    ['2 >= 10', 'false'],
    ['2 == 2.0', 'true'],
    ['2 != 2.0', 'false'],
    ["'Release' == 'RELEASE'", 'true'],
    ["'Release' != 'RELEASE'", 'false'],
    ["'' == 0", 'false'],
    ["0 == ''", 'false'],
    ["'' != 0", 'true'],
    ["'a' < 'b'", 'unknown'],
    ["'a' <= 'b'", 'unknown'],
    ["'a' > 'b'", 'unknown'],
    ["'a' >= 'b'", 'unknown'],
    ["'' < 1", 'unknown'],
    ["1 > ''", 'unknown'],
    ["'$(Folder)' == 'a'", 'unknown'],
    ["'a' != '$(Folder)'", 'unknown'],
    ["'$(Flavour)' == '$(Flavour)'", 'unknown'],
    ["'$(Yes)' != 'no'", 'true'],
    ["'a' == ", 'unknown'],
    ["'a' == ('a')", 'unknown'],
    ["'true' ! 'true'", 'unknown'],
    ["'true' 'true'", 'unknown'],
    ["== 'a'", 'unknown'],
  ])('%s: %s', (condition, truth) => {
    expect(evaluate(condition, scope)).toBe(truth);
  });
});

describe('a value by itself', () => {
  test.each([
    ['true', 'true'],
    ["'ON'", 'true'],
    ['yes', 'true'],
    ['False', 'false'],
    ['off', 'false'],
    ["'no'", 'false'],
    ['$(Yes)', 'true'],
    ['!$(Yes)', 'false'],
    ['$(Either)', 'unknown'],
    ['$(Folder)', 'unknown'],
    ['untrue', 'unknown'],
    ['trueish', 'unknown'],
    ['none', 'unknown'],
    ['unoff', 'unknown'],
    ['android', 'unknown'],
    ["orange == 'orange'", 'true'],
    ["'a'=='a'AND'b'=='b'", 'true'],
    ["'a'=='x'OR'b'=='b'", 'true'],
    ["\n  'a' == 'a'\n  and\n\t'b' == 'b'\n", 'true'],
    [' \n', 'true'],
    ["'a' == 'a')", 'unknown'],
    ["('a' == 'a'", 'unknown'],
    ["'a' == 'a", 'unknown'],
    ["Exists('there.props'", 'unknown'],
    ['Exists(there.props)', 'true'],
    ["Exists ( 'there.props' )", 'true'],
    ["Exists(there'.props')", 'unknown'],
    ["Exists('$(Files)')", 'unknown'],
    ["Exists('$(Folder)')", 'unknown'],
    ["Exists('not-there.props')", 'unknown'],
    ["Exist('there.props')", 'unknown'],
    [`${' '.repeat(1996)}true`, 'true'],
    [`${' '.repeat(1997)}true`, 'unknown'],
  ])('%j: %s', (condition, truth) => {
    expect(evaluate(condition, scope)).toBe(truth);
  });
});

describe('a property that the files do not set', () => {
  test.each([
    'Configuration',
    'Platform',
    'OS',
    'CI',
    'TF_BUILD',
    'GITHUB_ACTIONS',
    'TargetFrameworks',
    'TargetFrameworkVersion',
    'TargetFrameworkIdentifier',
    'RuntimeIdentifier',
    'RuntimeIdentifiers',
    'SolutionDir',
    'DesignTimeBuild',
    'BuildingInsideVisualStudio',
    'MSBuildProjectName',
    'NETCoreSdkVersion',
    'BundledNETCoreAppTargetFrameworkVersion',
    'OutputType',
    'SdkVersion',
    'UsingMicrosoftNETSdk',
  ])('may be set by the build: %s', (name) => {
    expect(evaluate(`'$(${name})' == ''`, scope)).toBe('unknown');
    expect(evaluate(`'a' != 'a$( ${name} )'`, scope)).toBe('unknown');
  });

  test.each([
    'MyConfiguration',
    'ConfigurationName',
    'PlatformName',
    'OSName',
    'Precis',
    'MyTF_BUILD',
    'Solution',
    'Building',
    'Bundled',
    'MyOutputType',
    'OutputTypes',
    'UsingMicrosoft',
    'Altinn_Version-8',
  ])('is empty, as it is the app’s own: %s', (name) => {
    expect(evaluate(`'$(${name})' == ''`, scope)).toBe('true');
  });

  test('is what the files say, where they set one of the build’s', () => {
    expect(evaluate("'$(TargetFramework)' != 'net8.0'", scope)).toBe('false');
  });
});
