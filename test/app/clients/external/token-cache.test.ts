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
    ['a service that is given it', 'services.AddSingleton<IOwn, ITokenCacheProvider>();'],
    ['a service of a longer name', 'services.AddSingleton<ITokenCacheProviderFactory, OwnFactory>();'],
    ['a method whose name ends so', 'services.ReAddSingleton<ITokenCacheProvider, OwnCache>();'],
    ['a method whose name begins so', 'services.AddSingletonOnce<ITokenCacheProvider, OwnCache>();'],
    ['a registration without types', 'services.AddSingleton(typeof(ITokenCacheProvider), typeof(OwnCache));'],
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

describe('code of the app that takes the cache itself', () => {
  const uses = (program: string, others: Sources = {}, usings?: string) => {
    const around = { others, ...(usings === undefined ? {} : { usings }) };
    return externalClients(program, around).cache.uses.map((at) => `${at.file}: ${textAt(at, program, around)}`);
  };
  const register = 'services.AddSingleton<ITokenCacheProvider, OwnCache>();';
  test.each([
    ['is given it', 'class Own(ITokenCacheProvider cache) { }'],
    ['writes it', 'class OwnCache : ITokenCacheProvider { }'],
    ['asks for it', 'class Own { void F() { provider.GetRequiredService<ITokenCacheProvider>(); } }'],
  ])('%s', (_, text) => {
    expect(uses(register, { 'Own.cs': text })).toEqual(['Own.cs: ITokenCacheProvider']);
  });

  test.each([
    ['registers it', ''],
    ['has a type of a longer name', 'class Own(ITokenCacheProviderFactory factory) { }'],
    ['speaks of it', '// ITokenCacheProvider'],
  ])('is none that only %s', (_, text) => {
    expect(uses(register, { 'Own.cs': text })).toEqual([]);
  });

  test('is none with a cache of its own, or of another package', () => {
    expect(
      uses('', { 'Own.cs': 'interface ITokenCacheProvider { } class Own(ITokenCacheProvider cache) { }' }),
    ).toEqual([]);
    expect(uses('', { 'Own.cs': 'class Own(ITokenCacheProvider cache) { }' }, 'using Agency.Caching;\n')).toEqual([]);
  });

  test('takes it also beside a registration', () => {
    const program = `${register} provider.GetService<ITokenCacheProvider>();`;
    expect(uses(program)).toEqual(['Program.cs: ITokenCacheProvider']);
  });
});
