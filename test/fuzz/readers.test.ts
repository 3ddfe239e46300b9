import { beforeAll, describe, test } from 'vitest';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { loadYaml } from '../../src/syntax/yaml/loading.ts';
import { targetNamed } from './child.ts';
import { expectNoFailure } from './short-run.ts';

beforeAll(async () => {
  await loadCSharp();
  await loadYaml();
});

describe('whatever is read, a reader keeps its promises', () => {
  test.each([
    ['decode', 40],
    ['json', 120],
    ['xml', 60],
    ['yaml', 40],
    ['csharp', 25],
    ['gitignore', 60],
    ['version-range', 2_000],
    ['command-line', 1_000],
    ['comments', 150],
    ['baseline', 200],
    ['config', 200],
    ['vault-secrets', 200],
    ['registered-scopes', 200],
  ])('%s', (name, inputs) => expectNoFailure(targetNamed(name), inputs));
});
