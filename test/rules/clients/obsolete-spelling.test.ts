import { describe, expect, test } from 'vitest';
import { type Asked, appWith, found, libraryOf, programWith, projectOf, referencing } from '../audited.ts';

const rule = 'clients/obsolete-spelling';
const british = '    services.AddHttpClient<C>().UseMaskinportenAuthorisation("a");';

describe('the British spelling is renamed where both exist', () => {
  test.each([
    ['a call', british],
    ['with exchange', '    services.AddHttpClient<C>().UseMaskinportenAltinnAuthorisation("a", "b");'],
    ['a static call', '    MaskinportenExtensions.UseMaskinportenAuthorisation(client, "a");'],
    ['a method group', '    clients.ForEach(MaskinportenExtensions.UseMaskinportenAuthorisation);'],
    ['in nameof', '    log(nameof(MaskinportenExtensions.UseMaskinportenAuthorisation));'],
    ['under #if', `#if DEBUG\n${british}\n#endif`],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([
      expect.stringMatching(/^App\/Program\.cs:[34] warning prepare safe$/),
    ]);
  });

  test('each in its place', async () => {
    const twice =
      '    services.AddHttpClient<C>().UseMaskinportenAuthorisation("a");\n    services.AddHttpClient<D>().UseMaskinportenAltinnAuthorisation("b");';
    expect(await found(rule, appWith(twice))).toEqual([
      'App/Program.cs:3 warning prepare safe',
      'App/Program.cs:4 warning prepare safe',
    ]);
  });

  test('not beside a syntax error', async () => {
    expect(await found(rule, appWith(`${british}\n    A((;`))).toEqual([
      'App/Program.cs:3 warning prepare manual, refused (syntax-error)',
    ]);
  });
});

describe('what the version makes of it', () => {
  test.each<[string, Asked, readonly string[]]>([
    ['10.0.0', {}, ['warning prepare manual, version-unknown']],
    ['8.5.0', {}, []],
    ['8.6.3', {}, []],
    ['8.6.*', {}, []],
    ['8.7.0-preview.1', {}, []],
    ['8.7.0', {}, ['warning prepare safe']],
    ['8.*', {}, ['warning prepare safe']],
    // NuGet may restore 8.5.0, which has no American spelling.
    ['[8.5.0,9.0.0)', {}, ['warning prepare review, version-assumed']],
    ['[8.7.0,9.0.0)', {}, ['warning prepare safe']],
    ['8.6.3', { target: 'v9' }, ['error prepare manual, version-too-old (8.6.3 < 8.7.0)']],
    ['8.12.7', { target: 'v9' }, ['error prepare safe']],
    ['9.0.0-preview.1', {}, ['error prepare safe']],
    ['$(Unset)', {}, ['warning prepare manual, version-unknown']],
    ['$(Unset)', { target: 'v9' }, ['error prepare manual, version-unknown']],
  ])('%s %j', async (version, asked, outcome) => {
    expect(await found(rule, appWith(british, { version }), asked)).toEqual(
      outcome.map((one) => `App/Program.cs:3 ${one}`),
    );
  });

  test('where Api and Core differ, the older decides', async () => {
    const more = { 'App/App.csproj': projectOf('8.7.0', '8.6.0') };
    expect(await found(rule, appWith(british, { more }), { target: 'v9' })).toEqual([
      'App/Program.cs:3 error prepare manual, version-too-old (8.6.0 < 8.7.0)',
    ]);
  });
});

describe('nothing is found', () => {
  test.each([
    ['in the American spelling', '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");'],
    ['in another package’s method', '    services.AddHttpClient<C>().UseMaskinportenAuthorisation(["a"]);'],
    [
      'in a method of the app’s own',
      `${british}\n}\n\nstatic class Own\n{\n    public static void UseMaskinportenAuthorisation(this IHttpClientBuilder b, string s) { }`,
    ],
    ['in a comment', `    // ${british.trim()}`],
    ['in a string', '    log("UseMaskinportenAuthorisation");'],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([]);
  });
});

describe('in a library project its own version decides too', () => {
  const withLibrary = (version: string | null, app = '8.7.0') => ({
    ...appWith('    services.AddOwn();', { version: app }),
    'App/App.csproj': referencing(projectOf(app), '../Lib/Lib.csproj'),
    'Lib/Lib.csproj': libraryOf(version),
    'Lib/Own.cs': `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services)\n    {\n    ${british}\n    }\n}\n`,
  });

  test.each<[string | null, string, Asked, readonly string[]]>([
    ['8.7.0', '8.7.0', {}, ['warning prepare safe']],
    [null, '8.7.0', {}, ['warning prepare safe']],
    ['8.5.0', '8.7.0', {}, []],
    ['8.5.0', '8.7.0', { target: 'v9' }, ['error prepare manual, version-too-old (8.5.0 < 8.7.0)']],
    ['$(Unset)', '8.7.0', {}, ['warning prepare manual, version-unknown']],
    ['8.7.0', '8.6.0', {}, []],
  ])('%s under an app on %s %j', async (version, app, asked, outcome) => {
    expect(await found(rule, withLibrary(version, app), asked)).toEqual(outcome.map((one) => `Lib/Own.cs:5 ${one}`));
  });

  test('and another app that uses it wants a look', async () => {
    const more = {
      'Other/App/App.csproj': referencing(projectOf('8.7.0'), '../../Lib/Lib.csproj'),
      'Other/App/Program.cs': programWith(''),
      'Other/App/config/applicationmetadata.json': '{ "id": "ttd/other", "org": "ttd" }',
    };
    expect(await found(rule, { ...withLibrary('8.7.0'), ...more })).toEqual([
      'Lib/Own.cs:5 warning prepare review, shared-library (Other/App/App.csproj)',
      'Lib/Own.cs:5 warning prepare review, shared-library (App/App.csproj)',
    ]);
  });
});
