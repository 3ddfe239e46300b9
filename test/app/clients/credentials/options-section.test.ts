import { beforeAll, describe, expect, test } from 'vitest';
import { sectionOfOptions, simpleName } from '../../../../src/app/clients/credentials/options-section.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** The section that the options of `Ours` have. */
function section(services: string, name: string | null = null): string | null {
  return sectionOfOptions({ type: 'Ours', name }, projectWith({ 'Program.cs': services }));
}

const configure = (path: string) => `services.Configure<Ours>(config.GetSection("${path}"));`;

describe('options have the section that', () => {
  test.each([
    ['configures them', configure('a')],
    ['configures them by the full name', 'services.Configure<N.Ours>(config.GetSection("a"));'],
    ['configures them from the outermost namespace', 'services.Configure<global::N.Ours>(config.GetSection("a"));'],
    ['configures them, and how it is bound', 'services.Configure<Ours>(config.GetSection("a"), o => { });', null],
    ['is bound to them', 'services.AddOptions<Ours>().Bind(config.GetSection("a"));'],
    ['is bound to them by its path', 'services.AddOptions<Ours>().BindConfiguration("a");'],
    ['is bound to them by a constant path', 'const string p = "a"; services.AddOptions<Ours>().BindConfiguration(p);'],
    ['is bound to them further on', 'services.AddOptions<Ours>().ValidateOnStart().Bind(config.GetSection("a"));'],
    ['all calls agree on', `${configure('a')} ${configure('A')}`],
    ['all calls of several kinds agree on', `${configure('a')} services.AddOptions<Ours>().BindConfiguration("a");`],
    ['not that of others', `${configure('a')} services.Configure<Theirs>(config.GetSection("b"));`],
    ['not that of a longer name', `${configure('a')} services.Configure<OursToo>(config.GetSection("b"));`],
    ['not that of a name', `${configure('a')} services.Configure<Ours>("x", config.GetSection("b"));`],
    ['not that of a name that is added', `${configure('a')} services.AddOptions<Ours>("x").BindConfiguration("b");`],
    ['not that of an object', `${configure('a')} config.GetSection("b").Bind(ours);`],
    ['not that of something by the name of a method', `${configure('a')} Bind(ours); app.Configure(config);`],
  ])('%s', (_, services, expected: string | null = 'a') => {
    expect(section(services)).toBe(expected);
  });

  test.each([
    ['configures those of the name', 'services.Configure<Ours>("x", config.GetSection("a"));'],
    [
      'configures those of a constant name',
      'const string n = "x"; services.Configure<Ours>(n, config.GetSection("a"));',
    ],
    ['is bound to those of the name', 'services.AddOptions<Ours>("x").Bind(config.GetSection("a"));'],
    ['not that of other names', 'services.Configure<Ours>("y", config.GetSection("a"));', null],
    ['not that of none', configure('a'), null],
    ['not that of none that is added', 'services.AddOptions<Ours>().BindConfiguration("a");', null],
  ])('%s', (_, services, expected: string | null = 'a') => {
    expect(section(services, 'x')).toBe(expected);
  });
});

describe('nobody can tell the section of options', () => {
  test.each([
    ['that nobody configures', ''],
    ['that differs', `${configure('a')} ${configure('b')}`],
    ['that differs at last', `${configure('a')} ${configure('a')} ${configure('b')}`],
    ['that code fills', 'services.Configure<Ours>(o => o.ClientId = "x");'],
    ['that code fills as well', `${configure('a')} services.Configure<Ours>(o => o.ClientId = "x");`],
    ['that are bound to the whole', 'services.Configure<Ours>(config);'],
    ['that are bound to what is computed', 'services.Configure<Ours>(config.GetSection(name));'],
    ['that are bound to a computed path', 'services.AddOptions<Ours>().BindConfiguration(name);'],
    ['that may be those of a name', 'services.Configure<Ours>(name, config.GetSection("a"));'],
    [
      'that may be those of a name as well',
      `${configure('a')} services.Configure<Ours>(name, config.GetSection("b"));`,
    ],
    ['that are added under what is computed', 'services.AddOptions<Ours>(name).BindConfiguration("a");'],
    ['that are configured with nothing', 'services.Configure<Ours>();'],
    ['that are bound to nothing', 'services.AddOptions<Ours>().Bind();'],
    ['that are bound to a section and to what is computed', `${configure('a')} services.Configure<Ours>(x);`],
  ])('%s', (_, services) => {
    expect(section(services)).toBeNull();
  });
});

test.each([
  ['Ours', 'Ours'],
  ['Ours?', 'Ours'],
  ['N.Ours', 'Ours'],
  ['N.Inner.Ours?', 'Ours'],
  ['global::N.Ours', 'Ours'],
  ['global::Ours', 'Ours'],
  ['N.Ours<A.B>', 'Ours'],
  ['Ours<A?>', 'Ours'],
  ['N . Ours', 'Ours'],
])('the own name of %s is %s', (type, name) => {
  expect(simpleName(type)).toBe(name);
});
