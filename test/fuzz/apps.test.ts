import { beforeAll, describe, test } from 'vitest';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { loadYaml } from '../../src/syntax/yaml/loading.ts';
import { targetNamed } from './child.ts';
import { expectNoFailure } from './short-run.ts';

beforeAll(async () => {
  await loadCSharp();
  await loadYaml();
});

describe('whatever stands in an app, audit and plan keep their promises', () => {
  test.each([
    ['program', 8],
    ['settings', 6],
    ['project', 6],
    ['projects', 10],
    ['policy', 6],
    ['process', 4],
    ['metadata', 4],
    ['deployment', 4],
    ['launch-settings', 4],
    ['variables', 6],
    ['scripts', 4],
    ['record', 6],
    ['app', 8],
    ['repo', 5],
  ])('%s', (name, inputs) => expectNoFailure(targetNamed(name), inputs));
});
