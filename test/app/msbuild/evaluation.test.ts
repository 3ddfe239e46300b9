import { describe, expect, test } from 'vitest';
import { evaluateProject } from '../../../src/app/msbuild/evaluation.ts';
import { workspaceOf } from '../workspace-of.ts';

const evaluated = (files: Readonly<Record<string, string>>) => evaluateProject(workspaceOf(files), 'App/App.csproj');

describe('the SDKs of a project', () => {
  test.each<[string, string, readonly string[]]>([
    ['of its root', '<Project Sdk="Microsoft.NET.Sdk.Web" />', ['Microsoft.NET.Sdk.Web']],
    ['with a version', '<Project Sdk="Microsoft.NET.Sdk.Web/8.0.100" />', ['Microsoft.NET.Sdk.Web']],
    ['several', '<Project Sdk="Microsoft.NET.Sdk.Web/8.0/x; Own.Sdk" />', ['Microsoft.NET.Sdk.Web', 'Own.Sdk']],
    [
      'of an element',
      '<Project><Sdk Name="Microsoft.NET.Sdk.Web" Version="8.0.100" /></Project>',
      ['Microsoft.NET.Sdk.Web'],
    ],
    [
      'of an import, which names no file of the repo',
      '<Project><Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk.Web" /></Project>',
      ['Microsoft.NET.Sdk.Web'],
    ],
    ['none of an old project', '<Project ToolsVersion="15.0" />', []],
  ])('%s', (_, text, sdks) => {
    const { sdks: read, files } = evaluated({ 'App/App.csproj': text, 'App/Sdk.props': '<Project Sdk="Other" />' });
    expect(read).toEqual(sdks);
    expect(files).toEqual(['App/App.csproj']);
  });
});

describe('the files of a project', () => {
  test('are what the build reads, in its order and each once', () => {
    const { files } = evaluated({
      'Directory.Build.props': '<Project />',
      'App/Directory.Packages.props': '<Project />',
      'Directory.Packages.props': '<Project />',
      'App/App.csproj': '<Project><Import Project="b.props" /><Import Project="a.props" /></Project>',
      'App/a.props': '<Project><Import Project="b.props" /><Import Project="App.csproj" /></Project>',
      'App/b.props': '<Project />',
      'App/Directory.Build.targets': '<Project />',
    });
    expect(files).toEqual([
      'Directory.Build.props',
      'App/Directory.Packages.props',
      'App/App.csproj',
      'App/b.props',
      'App/a.props',
      'App/Directory.Build.targets',
    ]);
  });

  test('are one where nothing is above it', () => {
    const { files, unread, items, operations } = evaluated({ 'App/App.csproj': '<Project />' });
    expect({ files, unread, items, operations }).toEqual({
      files: ['App/App.csproj'],
      unread: [],
      items: [],
      operations: [],
    });
  });

  test('are none without a project', () => {
    expect(evaluated({ 'README.md': '' }).files).toEqual([]);
  });

  test('that are no text, or no XML, are listed as unread', () => {
    const { unread } = evaluated({
      'Directory.Build.props': '\0\0\0\0',
      'App/App.csproj': '<Project>\n<a></b>\n</Project>',
    });
    expect(unread).toEqual([
      { file: 'Directory.Build.props', reason: 'unreadable', at: null },
      { file: 'App/App.csproj', reason: 'mismatched-tag', at: { file: 'App/App.csproj', start: 13, end: 13 } },
    ]);
  });
});

test('the default excludes are there to be added to', () => {
  const { properties } = evaluated({
    'App/App.csproj':
      '<Project><PropertyGroup><DefaultItemExcludes>$(defaultitemexcludes);old/**</DefaultItemExcludes></PropertyGroup></Project>',
  });
  expect(properties.get('DEFAULTITEMEXCLUDES')).toEqual({ kind: 'known', values: [';old/**'] });
});
