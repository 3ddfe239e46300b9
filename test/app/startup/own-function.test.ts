import { beforeAll, describe, expect, test } from 'vitest';
import { functionNameAround, isLeftOver } from '../../../src/app/startup/own-function.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { callsNamed } from '../../../src/syntax/csharp/project.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

/** Where `X()` stands in an app. */
function place(sources: Sources) {
  const project = projectWith(sources);
  const [found] = callsNamed(project, 'X');
  if (found === undefined) throw new Error('no X');
  return { project, file: found.file, node: found.invocation.node };
}

function leftOver(program: string, others: Sources = {}): boolean {
  const { project, file, node } = place({ 'Program.cs': program, ...others });
  return isLeftOver(node, file, project);
}

describe('nothing brings the app to a place in', () => {
  test.each<[string, string]>([
    ['a local function that nothing calls', 'A(); void Setup() { X(); }'],
    ['one that calls itself alone', 'A(); void Setup() { X(); Setup(); }'],
    ['one that is named in a comment and a text', 'A("Setup"); /* Setup(); */ void Setup() { X(); }'],
    ['one inside another that nothing calls', 'A(); void Outer() { Setup(); void Setup() { X(); } }'],
    ['one that another calls, which nothing does', 'A(); void Setup() { X(); } void Other() { Setup(); }'],
    ['two that call each other', 'A(); void Setup() { X(); Other(); } void Other() { Setup(); }'],
    ['a lambda in one', 'A(); void Setup() { B(() => X()); }'],
    ['a private method', 'class C { private void Setup() { X(); } }'],
    ['a static method', 'public class C { public static void Setup() { X(); } }'],
    ['a static method of a class with a base', 'public class C : B { public static void Setup() { X(); } }'],
    ['a private method of a class with a base', 'public class C : B { private void Setup() { X(); } }'],
    ['a public method of a class without one', 'public class C { public void Setup() { X(); } }'],
    ['a method whose name another one has', 'class C { void Setup() { X(); } } class D { void Setup() { } }'],
    ['a private Configure by nearly that name', 'class C { void Configured() { X(); } }'],
  ])('%s', (_, program) => {
    expect(leftOver(program)).toBe(true);
  });

  test('a local function, though another file has the name', () => {
    expect(leftOver('A(); void Setup() { X(); }', { 'Own.cs': 'class C { C() { Setup(); } }' })).toBe(true);
  });
});

describe('the app may come to a place in', () => {
  test.each<[string, string]>([
    ['its top-level statements', 'X();'],
    ['a lambda of theirs', 'A(() => X());'],
    ['a local function that is called', 'Setup(); void Setup() { X(); }'],
    ['one that is passed on', 'A(Setup); void Setup() { X(); }'],
    ['one that one calls which is called', 'Outer(); void Outer() { Setup(); } void Setup() { X(); }'],
    [
      'one that is called by one function of several',
      'Outer(); void Outer() { S(); } void O() { S(); } void S() { X(); }',
    ],
    ['Main', 'class C { static void Main() { X(); } }'],
    ['ConfigureServices', 'class Startup { public void ConfigureServices() { X(); } }'],
    ['Configure', 'class Startup { public void Configure() { X(); } }'],
    ['ConfigureContainer', 'class Startup { public void ConfigureContainer() { X(); } }'],
    ['CreateHostBuilder', 'class C { public static void CreateHostBuilder() { X(); } }'],
    ['a constructor', 'class C { C() { X(); } }'],
    ['an accessor', 'class C { int P { get { return X(); } } }'],
    ['an operator', 'class C { public static C operator +(C a, C b) { return X(); } }'],
    ['a field', 'class C { int a = X(); }'],
    ['a public method of a class with a base', 'public class C : IProcessTask { public void Start() { X(); } }'],
    ['an internal one', 'class C : B { internal override void Start() { X(); } }'],
    ['what such a method calls', 'class C : B { public void Start() { Setup(); } void Setup() { X(); } }'],
  ])('%s', (_, program) => {
    expect(leftOver(program)).toBe(false);
  });

  test('a method that another file names', () => {
    const own = { 'Own.cs': 'static class C { public static void Setup() { X(); } }' };
    expect(leftOver('C.Setup();', own)).toBe(false);
    expect(leftOver('A(C.Setup);', own)).toBe(false);
    expect(leftOver('C.Setups();', own)).toBe(true);
  });
});

test.each([
  ['X();', null],
  ['Setup(); void Setup() { A(() => X()); }', 'Setup'],
  ['Setup(); void Setup() { Inner(); void Inner() => X(); }', 'Inner'],
  ['class C { void M() { X(); } }', 'M'],
  ['class C { C() { X(); } }', 'C'],
  ['class C { int a = X(); }', null],
])('the function around X() in %s: %s', (program, name) => {
  const { file, node } = place({ 'Program.cs': program });
  expect(functionNameAround(node, file)).toBe(name);
});
