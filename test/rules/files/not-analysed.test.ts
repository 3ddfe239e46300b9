import { describe, expect, test } from 'vitest';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../../src/app/read-app.ts';
import { openWorkspace } from '../../../src/files/open-workspace.ts';
import { type Skipped, walk } from '../../../src/files/walk.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';
import {
  type Asked,
  appWith,
  audited,
  auditedApp,
  type Files,
  found,
  programWith,
  projectOf,
  told,
} from '../audited.ts';

const rule = 'files/not-analysed';
const policy = 'App/config/authorization/policy.xml';
const validPolicy = '<?xml version="1.0" encoding="utf-8"?>\n<Policy xmlns="urn:x" />\n';
const custom = '    services.ConfigureMaskinportenClient("mine");';

/** Each finding of the rule with the reason's code. */
async function unread(more: Files, asked: Asked = {}): Promise<readonly string[]> {
  const apps = await audited(appWith(custom, { more }), asked);
  return apps.flatMap(({ settled }) =>
    settled.flatMap(({ finding }) =>
      finding.rule === rule ? [`${finding.data.file} ${finding.severity}: ${finding.data.reason.code}`] : [],
    ),
  );
}

describe('a file that the audit rests on and that cannot be read is an error', () => {
  test.each<[string, Files, string]>([
    ['settings that are no JSON', { 'App/appsettings.json': '{ "A": ' }, 'App/appsettings.json error: malformed'],
    [
      'settings for one environment',
      { 'App/appsettings.Production.json': '{ A }' },
      'App/appsettings.Production.json error: malformed',
    ],
    [
      'settings without a word of Maskinporten',
      { 'App/appsettings.json': '{ "Logging": {' },
      'App/appsettings.json error: malformed',
    ],
    ['an empty settings file', { 'App/appsettings.json': '' }, 'App/appsettings.json error: malformed'],
    [
      'settings that are no text',
      { 'App/appsettings.json': Buffer.from([0, 1, 2, 0, 0, 255]) },
      'App/appsettings.json error: binary',
    ],
    ['a policy that is no XML', { [policy]: '<Policy>' }, `${policy} error: malformed`],
    [
      'a policy with a DOCTYPE',
      { [policy]: '<!DOCTYPE Policy [ <!ENTITY x "y"> ]>\n<Policy>&x;</Policy>' },
      `${policy} error: doctype`,
    ],
    ['a policy that is JSON', { [policy]: '{ "policy": {} }' }, `${policy} error: malformed`],
    ['a policy with two roots', { [policy]: '<Policy /><Policy />' }, `${policy} error: malformed`],
    [
      'a policy in another casing of its path',
      { 'App/config/authorization/Policy.xml': '<Policy>' },
      'App/config/authorization/Policy.xml error: malformed',
    ],
    ['a project that is no XML', { 'App/App.csproj': `${projectOf('8.7.0')}<` }, 'App/App.csproj error: malformed'],
    [
      'a project with a DOCTYPE',
      { 'App/App.csproj': `<!DOCTYPE x>\n${projectOf('8.7.0')}` },
      'App/App.csproj error: doctype',
    ],
    ['props above the project', { 'Directory.Build.props': '<Project>' }, 'Directory.Build.props error: malformed'],
    ['central versions', { 'Directory.Packages.props': '<Project>' }, 'Directory.Packages.props error: malformed'],
    [
      'a program that is no text',
      { 'App/Program.cs': Buffer.from(`\0\0\0\0${programWith(custom)}`) },
      'App/Program.cs error: binary',
    ],
    [
      'a program that is too large',
      { 'App/Program.cs': `${programWith(custom)}//${'x'.repeat(8 * 1024 * 1024)}` },
      'App/Program.cs error: too-large',
    ],
    [
      'a policy that is too large',
      { [policy]: `${validPolicy}<!--${'x'.repeat(8 * 1024 * 1024)}-->` },
      `${policy} error: too-large`,
    ],
    [
      'settings that are too long to be parsed',
      { 'App/appsettings.json': `{ "A": "${'x'.repeat(2_000_000)}" }` },
      'App/appsettings.json error: too-long',
    ],
    [
      'settings that are nested too deeply',
      { 'App/appsettings.json': `{ "A": ${'['.repeat(300)}${']'.repeat(300)} }` },
      'App/appsettings.json error: nested-too-deeply',
    ],
    [
      'a policy that is nested too deeply',
      { [policy]: `<Policy>${'<a>'.repeat(600)}${'</a>'.repeat(600)}</Policy>` },
      `${policy} error: nested-too-deeply`,
    ],
    [
      'a policy that names another encoding than it is in',
      { [policy]: '<?xml version="1.0" encoding="utf-16"?>\n<Policy />\n' },
      `${policy} error: encoding-mismatch`,
    ],
    [
      'settings with a key twice',
      { 'App/appsettings.json': '{ "A": { "B": 1, "b": 2 } }' },
      'App/appsettings.json error: duplicate-key',
    ],
    [
      'a program that the parser cannot follow',
      { 'App/Program.cs': `${programWith(custom)}\nclass Lost { void A() { = ; ] }\n` },
      'App/Program.cs error: partly-parsed',
    ],
    [
      'a Startup that the parser cannot follow',
      { 'App/Startup.cs': '// Maskinporten\nclass Startup { void A() { = ; ] }\n' },
      'App/Startup.cs error: partly-parsed',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await unread(more)).toEqual([expected]);
  });

  test('a program that is a link out of the repo', async () => {
    const { 'App/Program.cs': _, ...files } = appWith(custom);
    expect(await found(rule, files, { links: { 'App/Program.cs': '/etc/hostname' } })).toEqual([
      'App/Program.cs:1 error any none',
    ]);
  });

  test('settings that are a link to nowhere', async () => {
    expect(await unread({}, { links: { 'App/appsettings.json': 'nowhere.json' } })).toEqual([
      'App/appsettings.json error: broken-symlink',
    ]);
  });

  test('a folder that would hold the policy', async () => {
    expect(
      await unread(
        { 'shared/authorization/policy.xml': '<' },
        { links: { 'App/config/authorization': '../../shared/authorization' } },
      ),
    ).toEqual(['App/config/authorization error: symlinked-folder']);
  });

  test('a key that .NET refuses is named at its line, without its values', async () => {
    const more = { 'App/appsettings.json': '{\n  "A": "one",\n  "a": "two",\n  "a": "three"\n}\n' };
    const { app, settled } = await auditedApp(appWith(custom, { more }));
    const findings = settled.filter(({ finding }) => finding.rule === rule);
    expect(findings.map((one) => told(app, one))).toEqual(['App/appsettings.json:3 error any none']);
    expect(findings.map(({ finding }) => finding.data)).toEqual([
      { file: 'App/appsettings.json', reason: { code: 'duplicate-key', key: 'a', line: 3 } },
    ]);
    // A place without length has no excerpt: the line holds the value too.
    expect(findings.map(({ finding: { at } }) => at.end - at.start)).toEqual([0]);
  });

  test('the line is the one where reading ended', async () => {
    const more = { 'App/appsettings.json': '{\n  "A": 1,\n  "B" 2\n}\n' };
    expect(await found(rule, appWith('', { more }))).toEqual(['App/appsettings.json:3 error any none']);
  });
});

describe('another file that cannot be read is a warning', () => {
  test.each<[string, Files, string]>([
    [
      'metadata that are no JSON',
      { 'App/config/applicationmetadata.json': '{ "id": ' },
      'App/config/applicationmetadata.json warning: malformed',
    ],
    ['a source that is no text', { 'App/Own.cs': Buffer.from('\0\0\0Maskinporten') }, 'App/Own.cs warning: binary'],
    [
      'a source that is too large',
      { 'App/Own.cs': `// Maskinporten ${'x'.repeat(8 * 1024 * 1024)}` },
      'App/Own.cs warning: too-large',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await unread(more)).toEqual([expected]);
  });
});

describe('what the walk skipped in the app’s folder is a warning', () => {
  const deep = `App/${'a/'.repeat(70)}Own.cs`;

  test('a linked folder', async () => {
    const links = { 'App/models': '../shared' };
    expect(await unread({ 'shared/Own.cs': 'class Own;' }, { links })).toEqual([
      'App/models warning: symlinked-folder',
    ]);
  });

  test('a folder too deep down', async () => {
    expect(await unread({ [deep]: 'class Own;' })).toEqual([`App/${'a/'.repeat(63)}a warning: too-deep`]);
  });

  test('an ignore file with a pattern that is left out', async () => {
    expect(await unread({ 'App/.gitignore': `${'**/a*/'.repeat(12)}z\n` })).toEqual([
      'App/.gitignore warning: costly-ignore-pattern',
    ]);
  });

  test('files beyond the most that are read, and folders that cannot be', async () => {
    const root = temporaryFolder();
    writeFiles(root, appWith(custom, { more: { 'Beside/Own.cs': 'class Own;' } }));
    const { files } = walk(root);
    const workspace = openWorkspace({ root, files });
    const [location] = discoverApps(workspace, '.');
    if (location === undefined) throw new Error('no app');
    const reasonsFor = async (skipped: readonly Skipped[]) => {
      const { unread } = await readApp(workspace, location, {
        target: null,
        decisions: new Map(),
        skipped,
        vaultListing: null,
        registeredScopes: null,
        extraScopes: [],
      });
      return unread.map(({ at, reason, essential }) => `${at.file} ${essential ? 'error' : 'warning'}: ${reason.code}`);
    };
    expect(
      await reasonsFor([
        { path: 'App/models', reason: 'unreadable' },
        { path: 'App/zebra.cs', reason: 'too-many-files' },
        { path: 'Beside/models', reason: 'unreadable' },
        { path: 'zebra', reason: 'too-many-files' },
      ]),
    ).toEqual(['App/models warning: unreadable', 'App/zebra.cs warning: too-many-files']);
  });

  test('but not a picture that is a link out of the repo', async () => {
    expect(await unread({}, { links: { 'App/wwwroot/logo.png': '/etc/hostname' } })).toEqual([]);
  });
});

describe('a file that was read but can never be edited is a warning', () => {
  test.each<[string, Files, string]>([
    [
      'a program in UTF-16',
      { 'App/Program.cs': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(programWith(custom), 'utf16le')]) },
      'App/Program.cs warning: utf-16',
    ],
    [
      'a program in Latin-1',
      { 'App/Program.cs': Buffer.from(`// \xe6\xf8\xe5\n${programWith(custom)}`, 'latin1') },
      'App/Program.cs warning: not-utf-8',
    ],
    [
      'settings in Latin-1',
      { 'App/appsettings.json': Buffer.from('{ "A": "\xe6" }', 'latin1') },
      'App/appsettings.json warning: not-utf-8',
    ],
    [
      'settings in UTF-16',
      { 'App/appsettings.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{ "A": 1 }', 'utf16le')]) },
      'App/appsettings.json warning: utf-16',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await unread(more)).toEqual([expected]);
  });

  test('a link inside the repo', async () => {
    const asked = { links: { 'App/appsettings.json': '../shared.json' } };
    expect(await unread({ 'shared.json': '{ "A": 1 }' }, asked)).toEqual(['App/appsettings.json warning: symlink']);
  });
});

describe('nothing is said', () => {
  test.each<[string, Files]>([
    ['of what can be read', { 'App/appsettings.json': '{ "A": 1, }\n', [policy]: validPolicy }],
    ['of comments in settings', { 'App/appsettings.json': '// A\n{ /* B */ }' }],
    ['of JSON that is no settings file', { 'App/data.json': '{ A' }],
    ['of broken files outside the app', { 'Other/appsettings.json': '{ A', 'Other/policy.xml': '<' }],
    ['of a policy in a policy’s prefix', { [policy]: '<xacml:Policy xmlns:xacml="urn:x"></xacml:Policy>' }],
  ])('%s', async (_, more) => {
    expect(await unread(more)).toEqual([]);
  });

  test('of a missing policy', async () => {
    expect(await unread({})).toEqual([]);
  });
});

test('only the app that a broken file belongs to has it', async () => {
  const at = (folder: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
  const files = {
    ...at('first', appWith('')),
    ...at('second', appWith('', { more: { 'App/appsettings.json': '{' } })),
  };
  expect(await found(rule, files)).toEqual(['second/App/appsettings.json:1 error any none']);
});

describe('C# that the parser cannot follow', () => {
  const lost = { 'App/Lost.cs': 'class Lost\n{\n    // Maskinporten\n    void A() { = ; ]\n}\n' };

  test('is a warning that says from which line on something may be missing', async () => {
    const apps = await audited(appWith(custom, { more: lost }));
    const reasons = apps.flatMap(({ settled }) =>
      settled.flatMap(({ finding }) =>
        finding.rule === rule ? [[finding.severity, finding.data.file, finding.data.reason] as const] : [],
      ),
    );
    expect(reasons).toEqual([['warning', 'App/Lost.cs', { code: 'partly-parsed', line: 4 }]]);
  });

  test('is nobody’s concern in a file that says nothing of Maskinporten', async () => {
    expect(await unread({ 'App/Lost.cs': 'class Lost { void A() { = ; ] }\n' })).toEqual([]);
  });
});
