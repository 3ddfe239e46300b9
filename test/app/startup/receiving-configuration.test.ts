import { beforeAll, describe, expect, test } from 'vitest';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { receivingConfiguration } from '../../../src/app/startup/receiving-configuration.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

/** Whose configuration `X(…)` is called on. */
function whose(program: string, others: Sources = {}) {
  const project = projectWith({ 'Program.cs': program, ...others });
  const call = executedCalls(project, entryPointsOf(project.files)).find(({ invocation }) => invocation.name === 'X');
  if (call === undefined) throw new Error('X is not called');
  return receivingConfiguration(call);
}

describe('a source is added to the configuration of the app', () => {
  test.each([
    'builder.Configuration.X();',
    'builder\n    .Configuration\n    .X();',
    'builder. Configuration.X();',
    'builder.Configuration.Sources.X(source);',
    '(builder.Configuration).X();',
    'Configuration.X();',
    'builder.Configuration.AddJsonFile("a.json").AddJsonFile("b.json").X();',
    'var c = builder.Configuration; c.X();',
    'var c = builder.Configuration; var d = c.AddJsonFile("a.json"); d.X();',
    'ConfigurationManager c = builder.Configuration; c.Sources.X(source);',
    'builder.Host.ConfigureAppConfiguration((_, c) => c.X());',
    'builder.Host.ConfigureAppConfiguration((_, c) => { c.Sources.X(s); });',
    'builder.Host.ConfigureAppConfiguration(c => c.X());',
    'builder.Host.ConfigureAppConfiguration((HostBuilderContext _, IConfigurationBuilder c) => c.X());',
    'Setup(builder.Configuration); void Setup(IConfigurationBuilder c) { c.X(); }',
    'Setup(builder.Configuration); void Setup(ConfigurationManager c) { c.X(); }',
    'Setup(builder.Configuration); void Setup(Microsoft.Extensions.Configuration.IConfigurationBuilder? c) { c.X(); }',
    'Setup(builder.Configuration); void Setup(ConfigurationBuilder c) { c.X(); }',
    'Setup(new ConfigurationBuilder(), builder.Configuration); void Setup(IConfigurationBuilder a, IConfigurationBuilder c) { c.X(); }',
    'Setup(given); void Setup(IConfigurationBuilder c) { c.X(); }',
  ])('%s', (program) => {
    expect(whose(program)).toBe('app');
  });

  test('in an extension method', () => {
    const own = { 'Own.cs': 'static class Own { public static void Setup(this IConfigurationBuilder c) { c.X(); } }' };
    expect(whose('builder.Configuration.Setup();', own)).toBe('app');
    expect(whose('new ConfigurationBuilder().Setup();', own)).toBe('beside');
    expect(whose('Own.Setup(new ConfigurationBuilder());', own)).toBe('beside');
  });
});

describe('a source is added to something beside it', () => {
  test.each([
    'new ConfigurationBuilder().X();',
    'new ConfigurationManager().Sources.X(source);',
    'new Microsoft.Extensions.Configuration.ConfigurationBuilder().AddJsonFile("a.json").X();',
    'var c = new ConfigurationBuilder(); c.X();',
    'var c = new ConfigurationBuilder().AddJsonFile("a.json"); c.X();',
    'ConfigurationBuilder c = new(); c.X();',
    'var a = new ConfigurationBuilder(); var c = a; c.X();',
    'Setup(new ConfigurationBuilder()); void Setup(IConfigurationBuilder c) { c.X(); }',
    'var a = new ConfigurationBuilder(); Setup("a", a); void Setup(string b, IConfigurationBuilder c) { c.X(); }',
    'builder.Services.X();',
    'builder. Services.AddOptions().X();',
    'void Setup(IServiceCollection services) { services.X(); } Setup(builder.Services);',
  ])('%s', (program) => {
    expect(whose(program)).toBe('beside');
  });
});

describe('nobody can tell', () => {
  test.each([
    'X();',
    'x.X();',
    'builder.Other.X();',
    'builder.OwnConfiguration.X();',
    'builder.Configurations.X();',
    'builder.MyServices.X();',
    'new OwnConfigurationBuilder().X();',
    'new ConfigurationBuilders().X();',
    'OwnConfigurationBuilder c = new(); c.X();',
    'var c = new OwnConfigurationBuilder(); c.X();',
    'var c = new ConfigurationBuilder(); c = other; c.X();',
    'IConfigurationBuilder c; c.X();',
    'var c = c; c.X();',
    'x.Use(c => c.X());',
    'x.Use((Own c) => c.X());',
    'builder.Host.ConfigureAppConfiguration((Own c) => c.X());',
    'Setup(builder.Configuration); void Setup(OwnConfigurationBuilder c) { c.X(); }',
    'Setup(builder.Configuration); void Setup(IConfigurationBuilders c) { c.X(); }',
    'builder.Configuration.Other.X();',
    'foreach (var c in all) c.X();',
  ])('%s', (program) => {
    expect(whose(program)).toBe('unknown');
  });
});
