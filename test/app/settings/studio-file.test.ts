import { beforeAll, describe, expect, test } from 'vitest';
import { readStudioFile } from '../../../src/app/settings/studio-file.ts';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../startup/started.ts';

beforeAll(loadCSharp);

function studioFile(program: string, others: Readonly<Record<string, string>> = {}, startIsKnown = true): string {
  const project = projectWith({ 'Program.cs': program, ...others });
  return readStudioFile(executedCalls(project, entryPointsOf(project.files)), project, startIsKnown);
}

const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const inFunction = `void Setup(IWebHostBuilder builder) { builder.ConfigureAppWebHost(args); }`;

describe('the file that Studio provisions', () => {
  test.each<[string, string, string]>([
    ['is loaded by the host', host, 'loaded'],
    ['is loaded by a function that the start-up calls', `Setup(builder.WebHost);\n${inFunction}`, 'loaded'],
    ['is not where nothing loads it', 'builder.Build();', 'not-loaded'],
    ['is not by a function that nothing calls', `builder.Build();\n${inFunction}`, 'not-loaded'],
    ['may be by a function that a library is given', `library.Use(Setup);\n${inFunction}`, 'unknown'],
    [
      'is not by a function of the app’s own with the name',
      `ConfigureAppWebHost(1);\nvoid ConfigureAppWebHost(int x) { }`,
      'not-loaded',
    ],
    [
      'is not by a function of the name that a library is given',
      `library.Use(Setup);\nvoid Setup() { ConfigureAppWebHost(1); }\nvoid ConfigureAppWebHost(int x) { }`,
      'not-loaded',
    ],
    ['is not where it stands in a comment', `// ${host}\nbuilder.Build();`, 'not-loaded'],
  ])('%s', (_, program, expected) => {
    expect(studioFile(program)).toBe(expected);
  });

  test('may be where nobody knows how the app starts', () => {
    expect(studioFile('builder.Build();', {}, false)).toBe('unknown');
    expect(studioFile(host, {}, false)).toBe('loaded');
  });

  test('may be by a class that something makes', () => {
    const own = {
      'Own.cs': `class Own : IHostingStartup { public void Configure(IWebHostBuilder b) { b.ConfigureAppWebHost(x); } }`,
    };
    expect(studioFile('builder.Build();', own)).toBe('unknown');
  });
});
