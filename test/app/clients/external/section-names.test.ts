import { beforeAll, describe, expect, test } from 'vitest';
import { readSettingsRegistrations } from '../../../../src/app/clients/consumers/settings-registrations.ts';
import { readSectionNames } from '../../../../src/app/clients/external/section-names.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** Each name of the default section, as written, with what it is used for. */
function names(program: string): readonly string[] {
  const text = `using Altinn.ApiClients.Maskinporten.Config;\n${program}`;
  const project = projectWith({ 'Program.cs': text });
  const registrations = readSettingsRegistrations({ project, imports: openImports([], project) }, '.');
  return readSectionNames(project.files, project, registrations).map(
    ({ at, rest, use }) => `${text.slice(at.start, at.end)} ${use}${rest === '' ? '' : ` (${rest})`}`,
  );
}

describe('the default section is named', () => {
  test.each([
    ['as a section', 'config.GetSection("MaskinportenSettings")', '"MaskinportenSettings" path'],
    ['as one that must be there', 'config.GetRequiredSection("MaskinportenSettings")', '"MaskinportenSettings" path'],
    ['in another casing', 'config.GetSection("maskinPortenSETTINGS")', '"maskinPortenSETTINGS" path'],
    ['verbatim', 'config.GetSection(@"MaskinportenSettings")', '@"MaskinportenSettings" path'],
    ['by the name of its type', 'config.GetSection(nameof(MaskinportenSettings))', 'nameof(MaskinportenSettings) path'],
    [
      'by the whole name of its type',
      'config.GetSection(nameof (Config.MaskinportenSettings))',
      'nameof (Config.MaskinportenSettings) path',
    ],
    ['with a key', 'config.GetSection("MaskinportenSettings:Scope")', '"MaskinportenSettings:Scope" path (:Scope)'],
    [
      'by an indexer',
      'var id = config["MaskinportenSettings:ClientId"]',
      '"MaskinportenSettings:ClientId" path (:ClientId)',
    ],
    [
      'for a value',
      'config.GetValue<string>("MaskinportenSettings:ClientId")',
      '"MaskinportenSettings:ClientId" path (:ClientId)',
    ],
    ['to bind an object', 'config.Bind("MaskinportenSettings", settings)', '"MaskinportenSettings" path'],
    [
      'for the package’s options',
      'services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"))',
      '"MaskinportenSettings" path',
    ],
    [
      'to the built-in client',
      'services.ConfigureMaskinportenClient("MaskinportenSettings")',
      '"MaskinportenSettings" built-in',
    ],
    [
      'to Fiks Arkiv',
      'services.AddFiksArkiv().WithMaskinportenConfig("MaskinportenSettings")',
      '"MaskinportenSettings" built-in',
    ],
    [
      'as a secret',
      'await secrets.GetSecretAsync("MaskinportenSettings--EncodedJwk")',
      '"MaskinportenSettings--EncodedJwk" secret (--EncodedJwk)',
    ],
    [
      'as a secret that the code keeps in a constant',
      'const string key = "MaskinportenSettings--EncodedJwk"',
      '"MaskinportenSettings--EncodedJwk" secret (--EncodedJwk)',
    ],
    [
      'as an environment variable',
      'Environment.GetEnvironmentVariable("MaskinportenSettings__ClientId")',
      '"MaskinportenSettings__ClientId" other (__ClientId)',
    ],
    [
      'as an environment variable, to the configuration',
      'var id = config["MaskinportenSettings__ClientId"]',
      '"MaskinportenSettings__ClientId" other (__ClientId)',
    ],
    ['in a constant', 'const string name = "MaskinportenSettings"', '"MaskinportenSettings" other'],
    ['in a local, by its type', 'var name = nameof(MaskinportenSettings)', 'nameof(MaskinportenSettings) other'],
    ['to some other function', 'Read("MaskinportenSettings")', '"MaskinportenSettings" other'],
    [
      'to something that may be the configuration',
      'Load().GetSection("MaskinportenSettings")',
      '"MaskinportenSettings" other',
    ],
    [
      'to a dictionary',
      'var all = new Dictionary<string, string>(); var one = all["MaskinportenSettings"]',
      '"MaskinportenSettings" other',
    ],
    ['to a function of that name', 'GetSection("MaskinportenSettings")', '"MaskinportenSettings" other'],
    [
      'for the options of another type',
      'services.Configure<OwnSettings>(config.GetSection("MaskinportenSettings"))',
      '"MaskinportenSettings" other',
    ],
    [
      'for the options of another type, by path',
      'services.AddOptions<OwnSettings>().BindConfiguration("MaskinportenSettings")',
      '"MaskinportenSettings" other',
    ],
  ])('%s', (_, statement, expected) => {
    expect(names(`${statement};`)).toEqual([expected]);
  });

  test('in a field of a class, by its type', () => {
    expect(names('class K { string name = nameof(MaskinportenSettings); }')).toEqual([
      'nameof(MaskinportenSettings) other',
    ]);
  });

  test('once, where only another part of the file is built under a condition', () => {
    const program = '#if DEBUG\nDebug();\n#else\nRelease();\n#endif\nconfig.GetSection("MaskinportenSettings");';
    expect(names(program)).toEqual(['"MaskinportenSettings" path']);
  });

  test('in several places, the options of two types among them', () => {
    const program =
      'services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings")); services.Configure<Own>(config.GetSection("MaskinportenSettings")); config.GetSection("MaskinportenSettings");';
    expect(names(program).map((one) => one.split(' ').at(-1))).toEqual(['path', 'other', 'path']);
  });
});

describe('another section is named', () => {
  test.each([
    ['within a section', 'config.GetSection("mine").GetSection("MaskinportenSettings")'],
    ['within a section, by an indexer', 'var id = config.GetSection("mine")["MaskinportenSettings:ClientId"]'],
    ['by a longer name', 'config.GetSection("MaskinportenSettingsInternal")'],
    ['by a name that ends so', 'config.GetSection("MyMaskinportenSettings")'],
    ['by the path of a file', 'config["MaskinportenSettingsFilepath"]'],
    ['below another', 'config.GetSection("mine:MaskinportenSettings")'],
    ['by another type', 'config.GetSection(nameof(MyMaskinportenSettings))'],
    ['by a member of the type', 'config.GetSection(nameof(MaskinportenSettings.ClientId))'],
    ['by a text about it', 'config.GetSection("MaskinportenSettings of old")'],
    ['by a function whose name ends so', 'config.GetSection(Typenameof(MaskinportenSettings))'],
  ])('%s', (_, statement) => {
    expect(names(`${statement};`)).toEqual([]);
  });

  test.each([
    ['a message', 'logger.LogInformation(nameof(MaskinportenSettings))'],
    ['an exception', 'throw new ArgumentNullException(nameof(MaskinportenSettings))'],
    ['a statement', 'if (name == nameof(MaskinportenSettings)) { }'],
  ])('not by the type’s name in %s', (_, statement) => {
    expect(names(`${statement};`)).toEqual([]);
  });
});
