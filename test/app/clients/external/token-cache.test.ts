import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { externalClients, textAt } from './facts.ts';

beforeAll(loadCSharp);

function caches(program: string, others: Sources = {}, usings?: string): readonly string[] {
  const around = { others, ...(usings === undefined ? {} : { usings }) };
  return externalClients(program, around).cache.registrations.map(
    ({ call, form }) => `${form}: ${textAt(call, program, around)}`,
  );
}

describe('registrations of the package’s token cache', () => {
  test.each([
    'services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>()',
    'services.AddSingleton<ITokenCacheProvider, FileTokenCacheProvider>()',
    'services.AddSingleton<ITokenCacheProvider>(_ => new FileTokenCacheProvider("tokens"))',
    'services.TryAddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>()',
    'services.AddScoped<ITokenCacheProvider, OwnCache>()',
    'services.AddTransient<Altinn.ApiClients.Maskinporten.Interfaces.ITokenCacheProvider, OwnCache>()',
    'services.AddMemoryCache().AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>()',
  ])('%s', (call) => {
    expect(caches(`${call};`)).toEqual([`extension: ${call}`]);
  });

  test('called statically', () => {
    const call = 'ServiceCollectionServiceExtensions.AddSingleton<ITokenCacheProvider, OwnCache>(services)';
    expect(caches(`${call};`)).toEqual([`static: ${call}`]);
  });

  test.each([
    ['the memory cache below it', 'services.AddMemoryCache();'],
    ['another service', 'services.AddSingleton<ICache, MemoryTokenCacheProvider>();'],
    ['what takes it from the container', 'provider.GetRequiredService<ITokenCacheProvider>();'],
    ['a comment', '// services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>();'],
  ])('but not %s', (_, program) => {
    expect(caches(program)).toEqual([]);
  });

  test('nor a cache of the app’s own', () => {
    const program = 'services.AddSingleton<ITokenCacheProvider, OwnCache>();';
    expect(caches(program, { 'Own.cs': 'interface ITokenCacheProvider { }' })).toEqual([]);
    expect(caches(program, {}, 'using Agency.Caching;\n')).toEqual([]);
  });
});
