import { describe, expect, test } from 'vitest';
import { type Asked, appWith, audited, type Files, found, programWith, projectOf } from '../audited.ts';

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
      `${policy} error: malformed`,
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
      'App/App.csproj error: malformed',
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
      'App/appsettings.json error: io-error',
    ]);
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
