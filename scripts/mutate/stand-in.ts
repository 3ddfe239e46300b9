import { format } from 'node:util';

/**
 * Stands in for vitest in the copies of the tests: keeps what they declare, so that any of them can be run again and
 * again in one warm process. Only as much of vitest as the tests use. `expect` is vitest's own.
 */
export { expect } from 'vitest';

type Body = () => unknown;

interface Suite {
  readonly parent: Suite | null;
  readonly beforeAll: Body[];
  readonly afterAll: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
}

export interface DeclaredTest {
  readonly file: string;
  readonly name: string;
  readonly suite: Suite;
  readonly body: Body;
}

const declared: DeclaredTest[] = [];
let file = '';
let path: readonly string[] = [];
let suite: Suite = suiteIn(null);
let finished: Body[] = [];

function suiteIn(parent: Suite | null): Suite {
  return { parent, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

/** The tests that a file declares. */
export async function testsIn(name: string, url: string): Promise<readonly DeclaredTest[]> {
  const first = declared.length;
  [file, path, suite] = [name, [], suiteIn(null)];
  await import(url);
  return declared.slice(first);
}

function declareSuite(name: string, fill: Body): void {
  const [outer, outerPath] = [suite, path];
  [suite, path] = [suiteIn(outer), [...path, name]];
  fill();
  [suite, path] = [outer, outerPath];
}

/** Options stand before the body or, as a number, behind it; both are about time. */
function declareTest(name: string, ...rest: readonly unknown[]): void {
  const body = rest.find((one) => typeof one === 'function');
  if (typeof body !== 'function') throw new Error(`a test without a body: ${name}`);
  declared.push({ file, name: [...path, name].join(' > '), suite, body: () => body() });
}

type Declare = (name: string, ...rest: readonly unknown[]) => void;

function eachOf(declare: Declare) {
  return (table: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]): void => {
      const body = rest.find((one) => typeof one === 'function');
      const isTable = table.every(Array.isArray);
      for (const [index, row] of table.entries()) {
        const values = isTable && Array.isArray(row) ? row : [row];
        declare(`${format(name.replace('%$', '').replace('%#', ''), ...values)} (${index})`, () =>
          typeof body === 'function' ? body(...values) : undefined,
        );
      }
    };
}

function nobody(): void {
  // Declared, and not run here.
}

function testing() {
  return Object.assign((name: string, ...rest: readonly unknown[]) => declareTest(name, ...rest), {
    each: eachOf(declareTest),
    runIf: (holds: boolean) => (holds ? declareTest : nobody),
    skipIf: (holds: boolean) => (holds ? nobody : declareTest),
  });
}

/** Two names for the same, as vitest has them. */
export const test = testing();
export const it = testing();

const declareAny: Declare = (name, ...rest) => {
  const fill = rest.find((one) => typeof one === 'function');
  declareSuite(name, () => (typeof fill === 'function' ? fill() : undefined));
};

/** One after the other, also where vitest would run them at once: a mutant is told by the test that is running. */
export const describe = Object.assign((name: string, ...rest: readonly unknown[]) => declareAny(name, ...rest), {
  each: eachOf(declareAny),
  concurrent: Object.assign(declareAny, { each: eachOf(declareAny) }),
});

export const beforeAll = (body: Body) => void suite.beforeAll.push(body);
export const afterAll = (body: Body) => void suite.afterAll.push(body);
export const beforeEach = (body: Body) => void suite.beforeEach.push(body);
export const afterEach = (body: Body) => void suite.afterEach.push(body);
export const onTestFinished = (body: Body) => void finished.push(body);

/** The innermost suite that prepares something for its tests; they are run together. */
export function preparedIn({ suite: innermost }: DeclaredTest): Suite | null {
  for (let one: Suite | null = innermost; one !== null; one = one.parent) {
    if (one.beforeAll.length + one.afterAll.length > 0) return one;
  }
  return null;
}

export async function setUp(prepared: Suite | null): Promise<void> {
  for (const { beforeAll } of outermostFirst(prepared)) for (const body of beforeAll) await body();
}

export async function tearDown(prepared: Suite | null): Promise<void> {
  for (const { afterAll } of outermostFirst(prepared).toReversed()) for (const body of afterAll) await body();
  for (const body of finished.splice(0)) await body();
}

export async function runTest({ suite: innermost, body }: DeclaredTest): Promise<void> {
  const around = outermostFirst(innermost);
  const before = finished;
  finished = [];
  try {
    for (const { beforeEach } of around) for (const each of beforeEach) await each();
    await body();
  } finally {
    for (const { afterEach } of around.toReversed()) for (const each of afterEach) await each();
    for (const each of finished) await each();
    finished = before;
  }
}

const stubbed = new Map<string, string | undefined>();

export const vi = {
  stubEnv(name: string, value: string): void {
    if (!stubbed.has(name)) stubbed.set(name, process.env[name]);
    process.env[name] = value;
  },
  unstubAllEnvs(): void {
    for (const [name, value] of stubbed) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    stubbed.clear();
  },
};

function outermostFirst(innermost: Suite | null): readonly Suite[] {
  const all: Suite[] = [];
  for (let one = innermost; one !== null; one = one.parent) all.unshift(one);
  return all;
}
