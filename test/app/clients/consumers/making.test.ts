import { beforeAll, describe, expect, test } from 'vitest';
import { filesNaming, namesOfClass } from '../../../../src/app/clients/consumers/class-names.ts';
import { makes, makesSaid, namesBase } from '../../../../src/app/clients/consumers/making.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { firstOfKind, parsed } from '../../../syntax/csharp/sources.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** Whether a file makes the class `Own`. */
function isMade(text: string): boolean {
  const file = parsed(text);
  return makes(namesOfClass('Own', [file]), null, file);
}

describe('a file makes the class', () => {
  test.each([
    'var x = new Own(p);',
    'var x = new Own();',
    'var x = new Own { P = p };',
    'var x = new Clients.Own(p);',
    'var x = new global::Clients.Own(p);',
    'var x = new Own<string>(p);',
    'using K = Clients.Own;\nvar x = new K(p);',
    'using K = Clients.Own<string>;\nvar x = new K(p);',
    'Own x = new(p);',
    'using K = Clients.Own;\nK x = new(p);',
    'Clients.Own? x = new(p);',
    'class A { Own _own; void F() { _own = new(p); } }',
    'class A { Own P { get; set; } void F() { P = new(p); } }',
    'record A(Own P); void F(A a) { a.P = new(p); }',
    'void F(Own own) { own = new(p); }',
    'void F() { Own own; own = new(p); }',
    'void Use(Own own) { } Use(new(p));',
    'class A { void Use(List<Own> all) { } void F() { x.Use([new(p)]); } }',
    'delegate void Use(Own own); void F(Use use) { Use(new(p)); }',
    'Own own = null; F(new(p));',
    'var x = ActivatorUtilities.CreateInstance<Own>(sp, p);',
    'var x = ActivatorUtilities.CreateInstance(sp, typeof(Own), p);',
    'var x = ActivatorUtilities.CreateInstance<Clients.Own>(sp, p);',
    'var x = Activator.CreateInstance(typeof(Own), p);',
    'var x = Activator.CreateInstance(typeof(Own));',
    'var x = Activator.CreateInstance(typeof(Own), typeof(Other));',
    'var x = Factory.CreateInstanceOf<Own, Other>(p);',
    'var x = CreateInstance<Own>(p);',
    'var x = MyActivatorUtilities.CreateInstance<Own>(p);',
    'var x = ActivatorUtilitiesOfMine.CreateInstance<Own>(p);',
    'var x = ActivatorUtilities.CreateFactory<Own>(types);',
    'var x = ActivatorUtilities.CreateFactory(typeof(Own), types);',
  ])('%s', (text) => {
    expect(isMade(text)).toBe(true);
  });

  test.each([
    'var x = new Other(p);',
    'var x = new OwnFactory(p);',
    'var x = new Own.Options(p);',
    'Own x; var y = new Own.Options();',
    'Own x; Other y = new(p);',
    'var x = new List<Own>();',
    'var x = sp.GetRequiredService<Own>();',
    'services.AddHttpClient<Own>(c => c.BaseAddress = new("https://a.no"));',
    'Own x = null; F(new());',
    'Own x = null; F(new("a", 1));',
    'F(new(p));',
    '// Own\nF(new(p));',
    'var x = ActivatorUtilities.CreateInstance<Own>(sp);',
    'var x = ActivatorUtilities.CreateInstance(sp, typeof(Own));',
    'var x = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<Own>(sp);',
    'var x = ActivatorUtilities.GetServiceOrCreateInstance<Own>(sp);',
    'var x = Activator.CreateInstance<Other>(typeof(Other), own);',
    'var x = Activator.CreateInstance(typeof(Other), p);',
    'var x = Factory.CreateOwn<Own>(p, q);',
    'var x = Factory.ReCreateInstance<Own>(p, q);',
    'var x = Factory.Create<Own>(p, q);',
    'handlers[0](typeof(Own), p);',
  ])('not: %s', (text) => {
    expect(isMade(text)).toBe(false);
  });

  test('a `new(…)` of the class’s own makes others, unless it says the class', () => {
    const made = (body: string) => {
      const file = parsed(`class Own { ${body} }`);
      return makes(namesOfClass('Own', [file]), firstOfKind(file, 'class_declaration'), file);
    };
    expect(made('object A(object p) => Use(new(p));')).toBe(false);
    expect(made('Own _next; object A(object p) => Use(new(p));')).toBe(false);
    expect(made('Own A(object p) => new(p);')).toBe(true);
    expect(made('object A(object p) => new Own(p);')).toBe(true);
  });

  test('beside the class, where it is named', () => {
    const made = (beside: string) => {
      const file = parsed(`class Own { }\nclass B { ${beside} }`);
      return makes(namesOfClass('Own', [file]), firstOfKind(file, 'class_declaration'), file);
    };
    expect(made('object A(object p) => Use(new(p));')).toBe(false);
    expect(made('object A(Own own, object p) => Use(new(p));')).toBe(true);
  });
});

describe('a file goes on from the class', () => {
  const isBase = (text: string) => {
    const file = parsed(text);
    return namesBase(namesOfClass('Own', [file]), file);
  };
  test.each([
    'class A : Own { }',
    'class A(object p) : Own(p);',
    'class A : Clients.Own, IOther { }',
    'class A(object p) : Clients.Own(p), IOther;',
    'class A : IOther, Own { }',
    'class A : Own<string> { }',
    'record A : Own;',
    'using K = Clients.Own;\nclass A : K { }',
  ])('%s', (text) => {
    expect(isBase(text)).toBe(true);
  });

  test.each([
    'class A : Other { }',
    'class A : OwnBase { }',
    'class A : IOther<Own> { }',
    'class A { Own own; }',
    'class Own { }',
  ])('not: %s', (text) => {
    expect(isBase(text)).toBe(false);
  });
});

describe('a file that says nothing of the class makes it for who does', () => {
  const saying =
    'class A { public Own P; public Own Q { get; set; } public void Use(Own own) { Own inner; } }\nrecord R(Own S);\ninterface I { void Take(int n, Own own); }';
  const said = (text: string) => makesSaid(namesOfClass('Own', [parsed(saying, 'A.cs')]), parsed(text));

  test.each([
    'a.P = new(p);',
    'a.Q = new(p);',
    'r.S = new(p);',
    'a.Use(new(p));',
    'i.Take(1, new(p));',
    'a.P ??= new(p);',
    'var a = new A { P = new(p) };',
  ])('%s', (text) => {
    expect(said(text)).toBe(true);
  });

  test.each([
    'a.T = new(p);',
    'a.P = p;',
    'Other x = new(p);',
    'inner = new(p);',
    'own = new(p);',
    'a.Used(new(p));',
    'a.Use(p);',
    'F(new(p));',
  ])('not: %s', (text) => {
    expect(said(text)).toBe(false);
  });
});

describe('the files where a class may be made', () => {
  function files(sources: Sources) {
    const project = projectWith(sources);
    const { naming, linked } = filesNaming(namesOfClass('Own', project.files), project);
    return [naming.map(({ path }) => path), linked.map(({ path }) => path)];
  }

  test('name it, or a member that is one', () => {
    const sources = {
      'Own.cs': 'class Own { }',
      'A.cs': 'class A { public Own P; }',
      'B.cs': 'class B { void F(A a) { a.P = new(p); } }',
      'C.cs': 'class C { Owner Q; OwnP R; Px S; }',
    };
    expect(files(sources)).toEqual([['Own.cs', 'A.cs'], ['B.cs']]);
  });

  test('name it by an alias that another file gives to all', () => {
    const sources = {
      'Own.cs': 'namespace N; class Own { }',
      'Usings.cs': 'global using K = N.Own;\nglobal using L = N.Other;',
      'B.cs': 'class B { K k; }',
      'C.cs': 'class C { L l; }',
    };
    expect(files(sources)).toEqual([['Own.cs', 'Usings.cs', 'B.cs'], []]);
  });
});
