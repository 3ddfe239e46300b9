import { beforeAll, describe, expect, test } from 'vitest';
import { roleOf } from '../../../../src/app/clients/consumers/role.ts';
import { nodesOfKind } from '../../../../src/syntax/csharp/file.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../../../syntax/csharp/sources.ts';

beforeAll(loadCSharp);

/** What the first mention of `Old` does in a program. */
function role(program: string): string {
  const file = parsed(program);
  const [written] = nodesOfKind(file, 'identifier').filter((node) => textOf(node, file.text) === 'Old');
  if (written === undefined) throw new Error(`no Old in ${program}`);
  return roleOf({ written, file }).kind;
}

describe('the type of a client', () => {
  test.each([
    ['class A { public A(Old old) { } }', 'constructor'],
    ['class A { public A(Old? old) { } }', 'constructor'],
    ['class A(Old old);', 'constructor'],
    ['struct A(Old old);', 'constructor'],
    ['record A(Old old);', 'other'],
    ['class A([FromKeyedServices("x")] Old old);', 'other'],
    ['class A { public A([FromKeyedServices("x")] Old old) { } }', 'other'],
    ['class A : Old { }', 'base'],
    ['class A { private readonly Old _old; }', 'variable'],
    ['Old old = x;', 'variable'],
    ['class A { Old Client { get; } }', 'property'],
    ['delegate void D(Old old);', 'other'],
    ['var x = nameof(Old);', 'named'],
    ['F(Old);', 'other'],
    ['Old.F();', 'other'],
  ])('%s: %s', (program, expected) => {
    expect(role(program)).toBe(expected);
  });
});

describe('the type of a parameter', () => {
  test.each([
    ['class A { void F(Old old) { } }', 'passed'],
    ['class A { void F([FromServices] Old old) { } }', 'injected'],
    ['class A { void F([NotFromServices] Old old) { } }', 'passed'],
    ['class A { void F([Own] Old old, [FromServices] X x) { } }', 'passed'],
    ['class A { void F(Old FromServices) { } }', 'passed'],
    ['class A { void F([Own][FromServices] Old old) { } }', 'injected'],
    ['class A { Task InvokeAsync(HttpContext context, Old old) { } }', 'injected'],
    ['class A { Task Invoke(HttpContext context, Old old) { } }', 'injected'],
    ['class A { Task InvokeAsync ( HttpContext context, Old old) { } }', 'injected'],
    ['class A { Task InvokeAsync\n(\n  HttpContext context, Old old) { } }', 'injected'],
    ['class A { Task Invokes(HttpContext context, Old old) { } }', 'passed'],
    ['class A { Task ReInvoke(HttpContext context, Old old) { } }', 'passed'],
    ['class A { Task InvokeAsync(HttpContexts context, Old old) { } }', 'passed'],
    ['class A { Task F(Old old) { x.Invoke(HttpContext); } }', 'passed'],
    ['void F(Old old) { }', 'passed'],
    ['void F([FromServices] Old old) { }', 'injected'],
    ['var f = (Old old) => old;', 'passed'],
    ['var f = ([FromServices] Old old) => old;', 'injected'],
    ['app.MapGet("/a", (Old old) => old);', 'injected'],
    ['app.MapPost("/a", (Old old) => old);', 'injected'],
    ['app.MapPut("/a", (Old old) => old);', 'injected'],
    ['app.MapDelete("/a", (Old old) => old);', 'injected'],
    ['app.MapPatch("/a", (Old old) => old);', 'injected'],
    ['app.MapMethods("/a", x, (Old old) => old);', 'injected'],
    ['app.Map("/a", (Old old) => old);', 'injected'],
    ['app.Maps("/a", (Old old) => old);', 'passed'],
    ['app.ReMap("/a", (Old old) => old);', 'passed'],
    ['app.MapWhen(x, (Old old) => old);', 'passed'],
  ])('%s: %s', (program, expected) => {
    expect(role(program)).toBe(expected);
  });
});

describe('the type as a type argument', () => {
  test.each([
    ['sp.GetRequiredService<Old>();', 'resolved'],
    ['sp.GetService<Old>();', 'resolved'],
    ['sp?.GetService<Old>();', 'resolved'],
    ['sp.GetRequiredService<Old?>();', 'resolved'],
    ['GetRequiredService<Old>();', 'resolved'],
    ['sp.GetServices<Old>();', 'other'],
    ['services.AddTransient<Old, New>();', 'registered'],
    ['services.TryAddSingleton<Old>();', 'registered'],
    ['services.AddKeyedScoped<Old>("x");', 'registered'],
    ['services.Replace<Old>();', 'registered'],
    ['services.Replaces<Old>();', 'other'],
    ['services.ReAdd<Old>();', 'other'],
    ['services.Remove<Old>();', 'other'],
    ['services.AddSingleton<Lazy<Old>>();', 'other'],
    ['Lazy<Old> lazy = x;', 'other'],
    ['Use(services.AddSingleton<Old>);', 'other'],
  ])('%s: %s', (program, expected) => {
    expect(role(program)).toBe(expected);
  });
});
