import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files } from '../../rules/audited.ts';
import { asked } from './asked.ts';

const correspondenceUsing = 'using Altinn.App.Core.Features.Correspondence;\n';

/** A class of the app with this body, beside a program that does nothing of the kind. */
function code(body: string, usings = '', more: Files = {}): Files {
  return appWith('', { more: { 'App/C.cs': `${usings}class C\n{\n${body}\n}\n`, ...more } });
}

const scopesOf = async (files: Files) => (await asked(files)).map((line) => line.split(' ')[0]?.replace(/:$/, ''));

const instances = ['altinn:serviceowner/instances.read', 'altinn:serviceowner/instances.write'];
const correspondence = ['altinn:correspondence.write', 'altinn:serviceowner'];

describe('Fiks Arkiv', () => {
  test('asks for ks:fiks, in an app that says nothing else of Maskinporten', async () => {
    expect(await asked(appWith('    services.AddFiksArkiv().WithFiksIOConfig("x");'))).toEqual([
      'ks:fiks (implied): AddFiksArkiv@Program.cs:3',
    ]);
  });

  test('asks for it by a service task', async () => {
    const bpmn = (type: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process">
  <bpmn:process id="p">
    <bpmn:serviceTask id="t">
      <bpmn:extensionElements><altinn:taskExtension>${type}</altinn:taskExtension></bpmn:extensionElements>
    </bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>
`;
    const files = (type: string) => appWith('', { more: { 'App/config/process/process.bpmn': bpmn(type) } });
    expect(await asked(files('<altinn:taskType>fiksArkiv</altinn:taskType>'))).toEqual([
      'ks:fiks (implied): fiksArkiv@config/process/process.bpmn:5',
    ]);
    expect(await asked(files('<!-- <altinn:taskType>fiksArkiv</altinn:taskType> -->'))).toEqual([]);
    expect(await asked(files('<altinn:taskType>pdf</altinn:taskType><altinn:x>fiksArkiv</altinn:x>'))).toEqual([]);
    // Only then it matters how the app starts, though no code of it says Maskinporten.
    const hostOf = async (type: string) => (await auditedApp(files(type))).app.hostPosition;
    expect(await hostOf('<altinn:taskType>fiksArkiv</altinn:taskType>')).not.toBeNull();
    expect(await hostOf('<altinn:taskType>pdf</altinn:taskType>')).toBeNull();
  });

  test('asks for nothing new where code names the scope as well', async () => {
    const services = `    services.AddFiksArkiv();
    services.AddHttpClient("x").UseMaskinportenAuthorization("ks:fiks");`;
    expect(await asked(appWith(services))).toEqual([
      'ks:fiks: AddFiksArkiv@Program.cs:3 UseMaskinportenAuthorization@Program.cs:4',
    ]);
  });
});

describe('a call of libraries that ask by themselves', () => {
  test.each<[string, Files, readonly string[]]>([
    ['in another file', code('    void F() { services.AddFiksArkiv(); }'), ['ks:fiks']],
    ['statically', appWith('    FiksArkivExtensions.AddFiksArkiv(services);'), ['ks:fiks']],
    ['by a method of that kind', appWith('    services.AddFiksArkivWithTracing();'), ['ks:fiks']],
    ['not by a method whose name ends so', appWith('    services.TryAddFiksArkiv();'), []],
    ['not by a method in another casing', appWith('    services.addFiksArkiv();'), []],
    ['not by its name alone', appWith('    object name = nameof(AddFiksArkiv);'), []],
  ])('%s', async (_, files, scopes) => {
    expect(await scopesOf(files)).toEqual(scopes);
  });

  test('is evidence in every place', async () => {
    const more = { 'App/C.cs': 'class C { void F() { services.AddFiksArkiv(); } }\n' };
    expect(await asked(appWith('    services.AddFiksArkiv();\n    services.AddFiksArkiv();', { more }))).toEqual([
      'ks:fiks (implied): AddFiksArkiv@C.cs:1 AddFiksArkiv@Program.cs:3 AddFiksArkiv@Program.cs:4',
    ]);
  });
});

describe('eFormidling', () => {
  test.each(['AddEFormidlingServices<M, R>(config)', 'AddEFormidlingServices2<M, R>(config)'])('%s', async (call) => {
    expect(await scopesOf(appWith(`    services.${call};`))).toEqual(instances);
  });
});

describe('storage as service owner', () => {
  test.each([
    ['    object m = StorageAuthenticationMethod.ServiceOwner();', 'using Altinn.App.Core.Features;\n', instances],
    ['    object m = Altinn.App.Core.Features.StorageAuthenticationMethod.ServiceOwner();', '', instances],
    ['    object m = StorageAuthenticationMethod.CurrentUser();', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = Other.StorageAuthenticationMethod.ServiceOwner();', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = StorageAuthenticationMethod.ServiceOwner();', 'using Someone.Else;\n', []],
    ['    // StorageAuthenticationMethod.ServiceOwner();', 'using Altinn.App.Core.Features;\n', []],
    ['    Func<object> m = StorageAuthenticationMethod.ServiceOwner;', 'using Altinn.App.Core.Features;\n', instances],
    ['    object m = StorageAuthenticationMethod.ServiceOwner();', '', instances],
    ['    object m = StorageAuthenticationMethod.ServiceOwner();', 'using System;\n', instances],
    [
      '    object m = F.StorageAuthenticationMethod.ServiceOwner();',
      'using F = Altinn.App.Core.Features;\n',
      instances,
    ],
    ['    object m = StorageAuthenticationMethod.ServiceOwnerOf(1);', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = MyStorageAuthenticationMethod.ServiceOwner();', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = options.StorageAuthenticationMethod.ServiceOwner();', 'using Altinn.App.Core.Features;\n', []],
    ['    StorageAuthenticationMethod method;', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = ServiceOwner.StorageAuthenticationMethod;', 'using Altinn.App.Core.Features;\n', []],
    ['    object m = F.StorageAuthenticationMethod.ServiceOwner();', 'using F = Someone.Else;\n', []],
  ])('%s', async (body, usings, scopes) => {
    expect(await scopesOf(code(body, usings))).toEqual(scopes);
  });
});

describe('correspondence', () => {
  test.each([
    ['    ICorrespondenceClient client;', correspondenceUsing, correspondence],
    ['    ICorrespondenceClient? Client { get; set; }', correspondenceUsing, correspondence],
    ['    Altinn.App.Core.Features.Correspondence.ICorrespondenceClient client;', '', correspondence],
    [
      '    object a = CorrespondenceAuthorisation.Maskinporten;',
      'using Altinn.App.Core.Features.Correspondence.Models;\n',
      correspondence,
    ],
    [
      '    object a = CorrespondenceAuthorization.Maskinporten;',
      'using Altinn.App.Core.Features.Correspondence.Models;\n',
      correspondence,
    ],
    ['    C(ICorrespondenceClient client) { }', correspondenceUsing, correspondence],
    ['    object c = services.GetRequiredService<ICorrespondenceClient>();', correspondenceUsing, correspondence],
    ['    object t = typeof(ICorrespondenceClient);', correspondenceUsing, correspondence],
    ['    global::Altinn.App.Core.Features.Correspondence.ICorrespondenceClient client;', '', correspondence],
    ['    X.ICorrespondenceClient client;', 'using X = Altinn.App.Core.Features.Correspondence;\n', correspondence],
    ['    ICorrespondenceClient client;', '', correspondence],
    ['    ICorrespondenceClient client;', `using Someone.Else;\n${correspondenceUsing}`, correspondence],
    ['    ICorrespondenceClient client;', 'using System.Text;\nusing Microsoft.Extensions.Options;\n', correspondence],
    [
      '    ICorrespondenceClient client;',
      'using static Altinn.App.Core.Features.Correspondence;\nusing Someone.Else;\n',
      [],
    ],
    [
      '    ICorrespondenceClient client;',
      'using Altinn.App.Core.Features.CorrespondenceArchive;\nusing Someone.Else;\n',
      [],
    ],
    ['    Altinn.App.Core.Features.CorrespondenceArchive.ICorrespondenceClient client;', '', []],
    ['    My.Altinn.App.Core.Features.Correspondence.ICorrespondenceClient client;', '', []],
    ['    X.ICorrespondenceClient client;', 'using X = Someone.Else;\n', []],
    ['    ICorrespondenceClients clients;', correspondenceUsing, []],
    ['    void ICorrespondenceClient() { }', correspondenceUsing, []],
    ['    string ICorrespondenceClient { get; }', correspondenceUsing, []],
    ['    void F(string ICorrespondenceClient) { }', correspondenceUsing, []],
    [
      '    object a = CorrespondenceAuthorisation.Custom(token);',
      'using Altinn.App.Core.Features.Correspondence.Models;\n',
      [],
    ],
    ['    CorrespondenceAuthorisation authorisation;', 'using Altinn.App.Core.Features.Correspondence.Models;\n', []],
    ['    /* ICorrespondenceClient client; */', correspondenceUsing, []],
    ['    string ICorrespondenceClient = "";', correspondenceUsing, []],
    ['    ICorrespondenceClient client;', 'using Someone.Else;\n', []],
    ['    Someone.Else.ICorrespondenceClient client;', correspondenceUsing, []],
  ])('%s', async (body, usings, scopes) => {
    expect(await scopesOf(code(body, usings))).toEqual(scopes);
  });

  test('of the library is not what the app declares itself', async () => {
    const own = { 'App/Own.cs': 'namespace My;\ninterface ICorrespondenceClient { }\n' };
    expect(await scopesOf(code('    ICorrespondenceClient client;', 'using My;\n', own))).toEqual([]);
    expect(await scopesOf(code('    ICorrespondenceClient client;', correspondenceUsing, own))).toEqual(correspondence);
    const everywhere = { 'App/Own.cs': 'interface ICorrespondenceClient { }\n' };
    expect(await scopesOf(code('    ICorrespondenceClient client;', correspondenceUsing, everywhere))).toEqual([]);
    expect(await scopesOf(code('    ICorrespondenceClient client;', '', everywhere))).toEqual([]);
  });
});

test('a method of the app by that name is read where it leads', async () => {
  const own = `static class X
{
    public static void AddFiksArkiv(this IServiceCollection services) { }
    public static void AddEFormidlingServicesOfOurs(this IServiceCollection services) { }
}
`;
  const calls = '    services.AddFiksArkiv();\n    services.AddEFormidlingServicesOfOurs();';
  expect(await asked(appWith(calls, { more: { 'App/X.cs': own } }))).toEqual([]);
});

test('a call in a comment is none', async () => {
  expect(await asked(appWith('    // services.AddFiksArkiv();'))).toEqual([]);
});

test('a name that is written far apart is read at once', { timeout: 60_000 }, async () => {
  const far = `Altinn${' '.repeat(500_000)}/* far */.App.Core.Features.Correspondence.ICorrespondenceClient client;`;
  expect(await scopesOf(code(`    private ${far}`))).toEqual([]);
});
