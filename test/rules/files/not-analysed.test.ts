import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../../src/app/read-app.ts';
import { positionAt } from '../../../src/files/lines.ts';
import { openWorkspace } from '../../../src/files/open-workspace.ts';
import { type Skipped, walk } from '../../../src/files/walk.ts';
import { notAnalysed as notAnalysedWords } from '../../../src/words/rules/files/not-analysed.ts';
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
const xacml = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';
const validPolicy = `<?xml version="1.0" encoding="utf-8"?>\n<Policy xmlns="${xacml}" />\n`;
const custom = '    services.ConfigureMaskinportenClient("mine");';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Each finding of the rule with the reason's code. */
function unread(more: Files, asked: Asked = {}): Promise<readonly string[]> {
  return unreadIn(appWith(custom, { more }), asked);
}

async function unreadIn(files: Files, asked: Asked = {}): Promise<readonly string[]> {
  const apps = await audited(files, asked);
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
      'settings with a key twice, in an encoding that is never edited',
      { 'App/appsettings.json': latin1('{ "A": "\xe6", "a": 2 }') },
      'App/appsettings.json error: duplicate-key',
    ],
    [
      'a program in another casing that is no text',
      { 'App/startup.cs': Buffer.from('\0\0\0\0class Startup;') },
      'App/startup.cs error: binary',
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

/** Where each finding of the rule stands, how bad it is, and what it says. */
async function said(files: Files): Promise<readonly string[]> {
  const { app, settled } = await auditedApp(appWith(custom, { more: files }));
  return settled.flatMap(({ finding }) => {
    if (finding.rule !== rule) return [];
    const read = app.workspace.read(finding.at.file);
    const { line, column } = positionAt(read.kind === 'text' ? read.source.text : '', finding.at.start);
    const { message } = notAnalysedWords.en;
    return [`${line}:${column} ${finding.severity}: ${message(finding.data)}`];
  });
}

describe('a policy is refused loudly, with the place', () => {
  const norwegian = validPolicy.replace(' />', '>\n  <Description>Må leses</Description>\n</Policy>');
  const declared = (encoding: string) => norwegian.replace('utf-8', encoding);
  const foreign = `${policy} is not valid UTF-8 from line 3, column 17, and was not read.`;
  const invalid = (line: number, column: number) => `${policy} is not valid XML from line ${line}, column ${column}.`;
  const mismatched = `${policy} names another encoding on line 1, column 1, than the one it is saved in.`;

  test.each<[string, string | Uint8Array, string]>([
    ['Windows-1252 without a declaration', latin1(norwegian.replace(/^.*\n/, '\n')), `3:17 error: ${foreign}`],
    ['Latin-1 that is declared to be UTF-8', latin1(norwegian), `3:17 error: ${foreign}`],
    ['Windows-1252 that is declared', latin1(declared('windows-1252')), `3:17 error: ${foreign}`],
    ['Latin-1 that is declared', latin1(declared('ISO-8859-1')), `3:17 error: ${foreign}`],
    [
      'UTF-8 with one byte of Latin-1, behind what is UTF-8',
      Buffer.concat([Buffer.from(norwegian.replace('</Desc', ' og skrives</Desc')), latin1('<!-- \xe5 -->')]),
      `5:6 error: ${policy} is not valid UTF-8 from line 5, column 6, and was not read.`,
    ],
    ['UTF-8 that is declared to be Latin-1', declared('iso-8859-1'), `1:1 error: ${mismatched}`],
    ['UTF-16 that is declared to be UTF-8', utf16(norwegian), `1:1 error: ${mismatched}`],
    ['UTF-16 without a mark', Buffer.from(norwegian, 'utf16le'), `1:1 error: ${policy} is not text.`],
    [
      'a DOCTYPE',
      validPolicy.replace('<Policy', '  <!DOCTYPE Policy [ <!ENTITY a "b"> ]>\n<Policy'),
      `2:3 error: ${policy} has a DOCTYPE on line 2, column 3, which is refused on purpose: what it declares could change the meaning of all that follows.`,
    ],
    ['JSON', '\n { "policy": {} }', `2:2 error: ${invalid(2, 2)}`],
    ['text', 'Tjenesteeier får lese.', `1:1 error: ${invalid(1, 1)}`],
    ['nothing', '', `1:1 error: ${invalid(1, 1)}`],
    ['white space', ' \n', `1:1 error: ${invalid(1, 1)}`],
    ['two roots', `${validPolicy}  <Policy />`, `3:3 error: ${invalid(3, 3)}`],
    ['a tag that is not closed', norwegian.replace('</Description>', ''), `4:1 error: ${invalid(4, 1)}`],
    ['a policy that is not closed', norwegian.replace('</Policy>', ''), `2:1 error: ${invalid(2, 1)}`],
    ['an unknown entity', norwegian.replace('Må', 'M&aring;'), `3:17 error: ${invalid(3, 17)}`],
    ['an undeclared prefix', norwegian.replaceAll('Description', 'x:Description'), `3:4 error: ${invalid(3, 4)}`],
    [
      'a policy of XACML 2.0',
      '\n<Policy xmlns="urn:oasis:names:tc:xacml:2.0:policy:schema:os" />',
      `2:1 error: ${policy} is not an XACML 3.0 policy: its root, on line 2, column 1, is <Policy> of the namespace urn:oasis:names:tc:xacml:2.0:policy:schema:os.`,
    ],
    [
      'a policy without a namespace',
      '<Policy />',
      `1:1 error: ${policy} is not an XACML 3.0 policy: its root, on line 1, column 1, is <Policy> without a namespace.`,
    ],
    [
      'a request',
      `<x:Request xmlns:x="${xacml}" />`,
      `1:1 error: ${policy} is not an XACML 3.0 policy: its root, on line 1, column 1, is <x:Request> of the namespace ${xacml}.`,
    ],
  ])('%s', async (_, content, expected) => {
    expect(await said({ [policy]: content })).toEqual([expected]);
  });

  test('nothing of it counts as a policy', async () => {
    const { app } = await auditedApp(appWith('', { more: { [policy]: latin1(norwegian) } }));
    expect(app.policy.kind).toBe('unread');
  });

  test('UTF-16 that is what it says is read, and never edited', async () => {
    const files = { [policy]: utf16(declared('utf-16')) };
    expect(await said(files)).toEqual([`1:1 warning: ${policy} is UTF-16: it was read, but git cannot patch it.`]);
    const { app } = await auditedApp(appWith('', { more: files }));
    expect(app.policy.kind).toBe('policy');
  });

  test('a set of policies is read', async () => {
    expect(await said({ [policy]: `<PolicySet xmlns="${xacml}" />` })).toEqual([]);
  });

  test('the one that is spelled as the app spells it counts, where there are two', async () => {
    const spelled = policy.replace('policy.xml', 'Policy.xml');
    expect(await said({ [policy]: validPolicy, [spelled]: '{}' })).toEqual([]);
    expect(await said({ [policy]: '{}', [spelled]: validPolicy })).toEqual([`1:1 error: ${invalid(1, 1)}`]);
  });
});

describe('a process that cannot be read is a warning, with the place', () => {
  const bpmn = 'App/config/process/process.bpmn';
  const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
  const holding = (content: string) => `<definitions xmlns="${model}">\n<process>${content}</process>\n</definitions>`;

  test.each<[string, string | Uint8Array, readonly string[]]>([
    ['nothing of one that can be', holding('<task id="Task_1" />'), []],
    ['nor of one in UTF-16, which is never edited', utf16(holding('<task id="Task_1" />')), []],
    ['JSON', '{}', [`1:1 warning: ${bpmn} is not valid XML from line 1, column 1.`]],
    [
      'Latin-1 that is not declared',
      latin1(holding('<task id="Søk" />')),
      [`2:21 warning: ${bpmn} is not valid UTF-8 from line 2, column 21, and was not read.`],
    ],
    [
      'another root',
      '\n<process />',
      [`2:1 warning: ${bpmn} holds no BPMN process under its root on line 2, column 1.`],
    ],
    [
      'a task without an id',
      holding('<userTask name="Fyll ut" />'),
      [
        `2:10 warning: ${bpmn} has a <userTask> without an id on line 2, column 10, so its tasks and end events are not all known.`,
      ],
    ],
  ])('%s', async (_, content, expected) => {
    expect(await said({ [bpmn]: content })).toEqual(expected);
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
      'a source by the name of a program, elsewhere',
      { 'App/logic/Program.cs': Buffer.from('\0Maskinporten') },
      'App/logic/Program.cs warning: binary',
    ],
    [
      'a source by nearly the name of a program',
      { 'App/MyProgram.cs': Buffer.from('\0Maskinporten') },
      'App/MyProgram.cs warning: binary',
    ],
    [
      'metadata that are no text',
      { 'App/config/applicationmetadata.json': Buffer.from([0, 1, 2, 0]) },
      'App/config/applicationmetadata.json warning: binary',
    ],
    [
      'a record of the migration that is no JSON',
      { 'maskinflytt.migration.json': '{' },
      'maskinflytt.migration.json warning: malformed',
    ],
    [
      'a record that another program wrote',
      { 'maskinflytt.migration.json': '{}' },
      'maskinflytt.migration.json warning: other-record',
    ],
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

  test('a process that is a link out of the repo', async () => {
    const links = { 'App/config/process/process.bpmn': '/etc/hostname' };
    expect(await unread({}, { links })).toEqual(['App/config/process/process.bpmn warning: outside-root']);
  });

  test.each([
    ['App/Own.cs', 'warning'],
    ['App/Startup.cs', 'error'],
    ['App/logic/Startup.cs', 'warning'],
    ['App/Old.csproj', 'error'],
    ['App/Own.props', 'warning'],
    ['App/Own.targets', 'warning'],
    ['App/own.json', 'warning'],
    ['App/appsettings.Production.json', 'error'],
    ['App/AppSettings.json', 'error'],
    ['App/config/appsettings.json', 'error'],
    ['App/ownappsettings.json', 'warning'],
    ['App/own.xml', 'warning'],
    ['App/own.csproj.json', 'warning'],
    ['App/appsettings.json.xml', 'warning'],
    ['App/policy.xml.json', 'warning'],
    ['App/config/authorization/Policy.xml', 'error'],
    ['App/ownpolicy.xml', 'warning'],
    ['App/own.bpmn', 'warning'],
  ])('a link out of the repo, %s: %s', async (path, severity) => {
    expect(await unread({}, { links: { [path]: '/etc/hostname' } })).toEqual([`${path} ${severity}: outside-root`]);
  });

  test('a link out of the repo that the project imports is an error', async () => {
    const project = projectOf('8.7.0').replace('</Project>', '<Import Project="Own.props" /></Project>');
    expect(await unread({ 'App/App.csproj': project }, { links: { 'App/Own.props': '/etc/hostname' } })).toEqual([
      'App/Own.props error: outside-root',
    ]);
  });

  test.each(['App/own.xmlx', 'App/own.csv', 'App/own.jsonl', 'App/own.csx', 'App/json', 'Apparatus/Own.cs'])(
    'but no link that holds nothing of the app: %s',
    async (path) => {
      expect(await unread({}, { links: { [path]: '/etc/hostname' } })).toEqual([]);
    },
  );

  test.each([
    ['App/config', 'error'],
    ['App/Config', 'error'],
    ['App/config/Authorization', 'error'],
    ['App/config/texts', 'warning'],
    ['App/config/authorization/old', 'warning'],
    ['App/logic/config', 'warning'],
    ['App/myconfig', 'warning'],
  ])('a folder that is not entered, %s: %s', async (path, severity) => {
    const { 'App/config/applicationmetadata.json': _, ...files } = appWith(custom);
    const more = { ...files, 'shared/Own.cs': '' };
    expect(await unreadIn(more, { links: { [path]: posix.relative(posix.dirname(path), 'shared') } })).toEqual([
      `${path} ${severity}: symlinked-folder`,
    ]);
  });

  test('a source that is a link to nowhere', async () => {
    expect(await unread({}, { links: { 'App/Own.cs': 'nowhere.cs' } })).toEqual(['App/Own.cs warning: broken-symlink']);
  });

  test('but not a picture that is a link out of the repo, or to nowhere', async () => {
    expect(await unread({}, { links: { 'App/wwwroot/logo.png': '/etc/hostname' } })).toEqual([]);
    expect(await unread({}, { links: { 'App/wwwroot/logo.png': 'nowhere.png' } })).toEqual([]);
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
    ['of a policy in a policy’s prefix', { [policy]: `<xacml:Policy xmlns:xacml="${xacml}"></xacml:Policy>` }],
  ])('%s', async (_, more) => {
    expect(await unread(more)).toEqual([]);
  });

  test('of a missing policy', async () => {
    expect(await unread({})).toEqual([]);
  });
});

test('several files are listed by their paths, each once', async () => {
  const more = {
    'Directory.Build.props': '<',
    'App/logic/B.cs': Buffer.from('\0Maskinporten'),
    'App/appsettings.json': '{',
    'App/A.cs': Buffer.from('\0Maskinporten'),
    'App/Lib/Lib.csproj': '<',
  };
  const files = appWith(custom, { more });
  const project = `${files['App/App.csproj']}`.replace(
    '</ItemGroup>',
    '<ProjectReference Include="Lib/Lib.csproj" /></ItemGroup>',
  );
  const broken = { ...more, 'App/App.csproj': project };
  expect(await unread(broken)).toEqual([
    'App/A.cs warning: binary',
    'App/Lib/Lib.csproj error: malformed',
    'App/appsettings.json error: malformed',
    'App/logic/B.cs warning: binary',
    'Directory.Build.props error: malformed',
  ]);
  const { app } = await auditedApp(appWith(custom, { more: broken }));
  expect(app.unread.map(({ at }) => at.file)).toEqual(Object.keys(more).sort());
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

describe('C# that is nested more deeply than is read', () => {
  const deep = `class Deep { object Maskinporten = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }\n`;

  test('is an error in the program, and nothing is read of it', async () => {
    const files = { 'App/Program.cs': `${programWith(custom)}${deep}` };
    expect(await unread(files)).toEqual(['App/Program.cs error: nested-too-deeply']);
  });

  test('is a warning elsewhere', async () => {
    expect(await unread({ 'App/Deep.cs': deep })).toEqual(['App/Deep.cs warning: nested-too-deeply']);
  });
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

  test('also where a library’s part in it is all that the audit asks for', async () => {
    const services = '    services.AddFiksArkiv();';
    const more = { 'App/Lost.cs': '// AddFiksArkiv\nclass Lost { void A() { = ; ] }\n' };
    expect(await found(rule, appWith(services, { more }))).toEqual(['App/Lost.cs:2 warning any none']);
  });

  test('is an error in the program, whatever that says itself', async () => {
    const more = {
      'App/Program.cs': `${programWith('    services.AddOwn();')}\nclass Lost { void A() { = ; ] }\n`,
      'App/Own.cs': `static class Own { static void AddOwn(this IServiceCollection services) { ${custom} } }\n`,
    };
    expect(await found(rule, appWith('', { more }))).toEqual(['App/Program.cs:19 error any none']);
  });

  test('is nobody’s concern in a file that says nothing of Maskinporten', async () => {
    expect(await unread({ 'App/Lost.cs': 'class Lost { void A() { = ; ] }\n' })).toEqual([]);
  });
});
