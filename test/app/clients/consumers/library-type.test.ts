import { beforeAll, describe, expect, test } from 'vitest';
import { type LibraryType, mentionsOf } from '../../../../src/app/clients/consumers/library-type.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

beforeAll(loadCSharp);

const service = { name: 'IMaskinportenService', namespace: 'Altinn.ApiClients.Maskinporten' };
const provider = { name: 'IMaskinportenTokenProvider', namespace: 'Altinn.App.Core.Internal.Maskinporten' };
const settings = { name: 'MaskinportenSettings', namespace: 'Altinn.ApiClients.Maskinporten' };
const handler = { name: 'MaskinportenTokenHandler', namespace: 'Altinn.ApiClients.Maskinporten' };

/** The mentions of a type in a file, as they are written. */
function mentions(type: LibraryType, text: string, others: Sources = {}): readonly string[] {
  const project = projectWith({ 'Code.cs': text, ...others });
  return mentionsOf(type, { project, imports: openImports([], project) }).map(({ file, written }) =>
    textOf(written, file.text),
  );
}

const using = 'using Altinn.ApiClients.Maskinporten.Interfaces;\n';

describe('a file names the service', () => {
  test.each([
    [`${using}class C(IMaskinportenService s);`, 'IMaskinportenService'],
    ['using Altinn.ApiClients.Maskinporten;\nclass C(IMaskinportenService s);', 'IMaskinportenService'],
    [
      'class C(Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService s);',
      'Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService',
    ],
    [
      'class C(global::Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService s);',
      'global::Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService',
    ],
    [
      'using M = Altinn.ApiClients.Maskinporten;\nclass C(M.Interfaces.IMaskinportenService s);',
      'M.Interfaces.IMaskinportenService',
    ],
    [
      'using M = Altinn.ApiClients.Maskinporten.Interfaces;\nclass C(M::IMaskinportenService s);',
      'M::IMaskinportenService',
    ],
    ['using S = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService;\nclass C(S s);', 'S'],
    [
      'using IMaskinportenService = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService;\nclass C(IMaskinportenService s);',
      'IMaskinportenService',
    ],
    ['class C(IMaskinportenService s);', 'IMaskinportenService'],
    [
      'using System.Net.Http;\nusing Microsoft.Extensions.Options;\nclass C(IMaskinportenService s);',
      'IMaskinportenService',
    ],
    [`using Own;\n${using}class C(IMaskinportenService s);`, 'IMaskinportenService'],
    [`${using}typeof(IMaskinportenService).F();`, 'IMaskinportenService'],
    [`${using}F(IMaskinportenService);`, 'IMaskinportenService'],
    [
      `${using}// IMaskinportenService\nclass C(/* IMaskinportenService */ IMaskinportenService s);`,
      'IMaskinportenService',
    ],
  ])('%s', (text, written) => {
    expect(mentions(service, text)).toEqual([written]);
  });

  test.each([
    'class C(Own.IMaskinportenService s);',
    'class C(Own::IMaskinportenService s);',
    'class C(Altinn.ApiClients.Maskinportens.IMaskinportenService s);',
    'class C(Altinn.ApiClients.IMaskinportenService s);',
    'class C(My.Altinn.ApiClients.Maskinporten.IMaskinportenService s);',
    'class C(Porten.IMaskinportenService s);',
    'using Own;\nclass C(IMaskinportenService s);',
    'using Altinn.ApiClients.Maskinportens;\nclass C(IMaskinportenService s);',
    'using Own.Altinn.ApiClients.Maskinporten;\nclass C(IMaskinportenService s);',
    'using M = Own.Maskinporten;\nclass C(M.IMaskinportenService s);',
    'using IMaskinportenService = Own.IService;\nclass C(IMaskinportenService s);',
    'using static Altinn.ApiClients.Maskinporten.Interfaces;\nusing Own;\nclass C(IMaskinportenService s);',
    'using M = Altinn.ApiClients.Maskinporten.Interfaces;\nusing Own;\nclass C(IMaskinportenService s);',
    `${using}class C(IMaskinportenServices s, MyIMaskinportenService t);`,
    `${using}class C(IMaskinportenService.Options o);`,
    `${using}var IMaskinportenService = 1;`,
    `${using}class C { void F(object IMaskinportenService) { } }`,
    `${using}class C { void IMaskinportenService() { } }`,
    `${using}class C { object IMaskinportenService { get; } }`,
    `${using}void IMaskinportenService() { }`,
    `${using}var s = "IMaskinportenService";`,
    'using Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService;',
    'using S = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService;',
    'using S = Altinn.ApiClients.Maskinporten.Interfaces.IOther;\n// IMaskinportenService\nclass C(S s);',
    `${using}F(IMaskinportenService.Name);`,
  ])('not: %s', (text) => {
    expect(mentions(service, text)).toEqual([]);
  });

  test('under an alias that another file gives to all', () => {
    const others = {
      'Usings.cs': 'global using S = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService;',
    };
    expect(mentions(service, 'class C(S s);', others)).toEqual(['S']);
    expect(mentions(service, 'class C(S s);', { 'Usings.cs': 'using S = Own.S;' })).toEqual([]);
  });

  test('more than once', () => {
    const text = `${using}class C(IMaskinportenService s) { Lazy<IMaskinportenService> l; }`;
    expect(mentions(service, text)).toEqual(['IMaskinportenService', 'IMaskinportenService']);
  });
});

describe('code in a namespace of Altinn’s own', () => {
  test.each([
    ['Core.Internal.Maskinporten.IMaskinportenTokenProvider', true],
    ['Maskinporten.IMaskinportenTokenProvider', true],
    ['porten.IMaskinportenTokenProvider', false],
    ['Core.IMaskinportenTokenProvider', false],
  ])('%s: %s', (name, expected) => {
    expect(mentions(provider, `namespace Altinn.App.Own;\nclass C(${name} p);`)).toEqual(expected ? [name] : []);
  });
});

describe('a name that others have too', () => {
  test('is the package’s where an import brings it', () => {
    expect(
      mentions(settings, 'using Altinn.ApiClients.Maskinporten.Config;\nclass C(MaskinportenSettings s);'),
    ).toEqual(['MaskinportenSettings']);
  });

  test.each(['class C(MaskinportenSettings s);', 'using Altinn.App.Core.Models;\nclass C(MaskinportenSettings s);'])(
    'is nobody’s that is known: %s',
    (text) => {
      expect(mentions(settings, text)).toEqual([]);
    },
  );

  test('with type arguments, named with them', () => {
    const text = 'using Altinn.ApiClients.Maskinporten.Handlers;\nclass C(MaskinportenTokenHandler<A> h);';
    expect(mentions(handler, text)).toEqual(['MaskinportenTokenHandler<A>']);
    expect(
      mentions(handler, 'class C(Altinn.ApiClients.Maskinporten.Handlers.MaskinportenTokenHandler<A.B> h);'),
    ).toEqual(['Altinn.ApiClients.Maskinporten.Handlers.MaskinportenTokenHandler<A.B>']);
    const aliased =
      'using H = Altinn.ApiClients.Maskinporten.Handlers.MaskinportenTokenHandler<\n    A>;\nclass C(H h);';
    expect(mentions(handler, aliased)).toEqual(['H']);
  });
});

describe('a type of the app by the same name', () => {
  const own = (namespace: string) => ({ 'Own.cs': `namespace ${namespace};\ninterface IMaskinportenService { }` });

  test.each([
    ['around the place', 'namespace Own.Clients;', 'Own'],
    ['imported', 'using Own;', 'Own'],
    ['in no namespace', '', null],
  ])('is meant where it is %s', (_, head, namespace) => {
    const others = namespace === null ? { 'Own.cs': 'interface IMaskinportenService { }' } : own(namespace);
    const [first, second] = head.startsWith('using') ? [head, ''] : ['', head];
    expect(mentions(service, `${first}\n${using}${second}\nclass C(IMaskinportenService s);`, others)).toEqual([]);
  });

  test('is not meant where the library’s is imported and it is not in sight', () => {
    expect(mentions(service, `${using}namespace A;\nclass C(IMaskinportenService s);`, own('B'))).toEqual([
      'IMaskinportenService',
    ]);
  });

  test.each(['', 'using System;', 'using M = Altinn.ApiClients.Maskinporten.Interfaces;'])(
    'is meant where nothing brings the library’s: %s',
    (head) => {
      const text = `${head}\nnamespace A;\nclass C(IMaskinportenService s);`;
      expect(mentions(service, text, own('B'))).toEqual([]);
    },
  );

  test('is not meant by the library’s full name', () => {
    const name = 'Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenService';
    expect(mentions(service, `namespace Own;\nclass C(${name} s);`, own('Own'))).toEqual([name]);
  });
});
