import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { loadYaml } from '../../src/syntax/yaml/loading.ts';
import { targetNamed } from './child.ts';
import { type Recipe, treeFrom } from './input/recipe.ts';
import { tryInput } from './try-input.ts';

const corpus = new URL('./corpus/', import.meta.url);

beforeAll(async () => {
  await loadCSharp();
  await loadYaml();
});

describe('what failed once does not fail again', () => {
  test.each(readdirSync(corpus).sort())('%s', async (name) => {
    const recipe: Recipe = JSON.parse(readFileSync(new URL(name, corpus), 'utf8'));
    const { failure } = await tryInput({ ...targetNamed(recipe.target), limitMs: Infinity }, treeFrom(recipe));
    expect(failure?.details).toBeUndefined();
  });
});
