import { describe, expect, test } from 'vitest';
import { commentsIn, hasComments, loadCommentReaders } from '../../src/app/comments.ts';
import { workspaceOf } from './workspace-of.ts';

/** The comments of a file of this name, as they are written; null where it has none that are read. */
async function commentsOf(path: string, content: string | Uint8Array): Promise<readonly string[] | null> {
  await loadCommentReaders([path]);
  const commented = commentsIn(workspaceOf({ [path]: content }), path);
  return commented?.comments.map(({ start, end }) => commented.text.slice(start, end)) ?? null;
}

const csharp = '// a\nvar b = "// c"; /* d */\n';
const xml = '<a>\n  <!-- b -->\n</a>\n';
const json = '{ // a\n  "b": 1 /* c */ }\n';
const yaml = '# a\nb: "# c" # d\n';
const docker = '# a\nRUN b\n';

describe('comments are read', () => {
  test.each<[string, string, readonly string[]]>([
    ['App/Program.cs', csharp, ['// a', '/* d */']],
    ['App/Program.CS', csharp, ['// a', '/* d */']],
    ['App/config/authorization/policy.xml', xml, ['<!-- b -->']],
    ['App/App.csproj', xml, ['<!-- b -->']],
    ['Directory.Build.props', xml, ['<!-- b -->']],
    ['Directory.Build.targets', xml, ['<!-- b -->']],
    ['App/appsettings.json', json, ['// a', '/* c */']],
    ['deployment/values.yaml', yaml, ['# a', '# d']],
    ['azure-pipelines.yml', yaml, ['# a', '# d']],
    ['Dockerfile', docker, ['# a']],
    ['build/dockerfile', docker, ['# a']],
    ['Dockerfile.test', docker, ['# a']],
    ['app.Dockerfile', docker, ['# a']],
  ])('in %s', async (path, content, comments) => {
    expect(hasComments(path)).toBe(true);
    expect(await commentsOf(path, content)).toEqual(comments);
  });

  test('none in a file that has none', async () => {
    expect(await commentsOf('App/Program.cs', 'var b = 1;')).toEqual([]);
  });
});

describe('comments are not read', () => {
  test.each([
    'README.md',
    'App/Program.cs.txt',
    'App/Program.css',
    'Program.cshtml',
    'cs',
    'policy.xmlx',
    'apps.jsonc',
    'values.yamll',
    'my-dockerfile',
    'Dockerfiles',
    'Dockerfile/run.sh',
    'dockerfile-old',
    'app.dockerfile.bak',
  ])('in %s', async (path) => {
    expect(hasComments(path)).toBe(false);
    expect(await commentsOf(path, csharp)).toBeNull();
  });

  test.each<[string, string | Uint8Array]>([
    ['App/App.csproj', '<a><!-- b --></c>'],
    ['App/appsettings.json', '{ // a'],
    ['values.yaml', 'a: [ # b\n'],
    ['App/Program.cs', '\0\0\0// a'],
    ['App/Program.cs', `// a\nvar b = ${'('.repeat(20_000)}1${')'.repeat(20_000)};`],
    // Not what it says that it is.
    ['App/config/authorization/policy.xml', '<?xml version="1.0" encoding="utf-16"?>\n<a><!-- b --></a>'],
  ])('in a broken %s', async (path, content) => {
    expect(await commentsOf(path, content)).toBeNull();
  });

  test('in a file that is not there', async () => {
    await loadCommentReaders(['App/Program.cs']);
    expect(commentsIn(workspaceOf({}), 'App/Program.cs')).toBeNull();
  });
});

test('a file is read once, but anew where it is about to change', async () => {
  await loadCommentReaders(['Program.cs']);
  const workspace = workspaceOf({ 'Program.cs': '// a' });
  expect(commentsIn(workspace, 'Program.cs')).toBe(commentsIn(workspace, 'Program.cs'));
  const changed = workspace.withTexts(new Map([['Program.cs', '// a\n// b']]));
  expect(commentsIn(changed, 'Program.cs')?.comments).toHaveLength(2);
});
