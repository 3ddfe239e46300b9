import { beforeAll, describe, expect, test } from 'vitest';
import { movesContentRoot } from '../../../src/app/startup/content-root.ts';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith } from './started.ts';

beforeAll(loadCSharp);

/** Whether some call of the start-up has the app look for its files elsewhere. */
function moves(program: string): boolean {
  const project = projectWith({ 'Program.cs': program });
  return executedCalls(project, entryPointsOf(project.files)).some(movesContentRoot);
}

describe('the app looks for its files', () => {
  test.each([
    ['elsewhere', 'builder.Host.UseContentRoot("/srv");', true],
    ['elsewhere', 'builder.Host.UseContentRoot(Path.Combine(Directory.GetCurrentDirectory(), "x"));', true],
    ['elsewhere', 'builder.Host.UseContentRoot(env.ContentRootPaths);', true],
    ['elsewhere', 'builder.Host.UseContentRoot(OwnBaseDirectory);', true],
    ['where it does anyway', 'builder.Host.UseContentRoot(Directory.GetCurrentDirectory());', false],
    ['where it does anyway', 'builder.Host.UseContentRoot(env.ContentRootPath);', false],
    ['where it does anyway', 'builder.Host.UseContentRoot(AppContext.BaseDirectory);', false],
    ['elsewhere', 'builder.Configuration.SetBasePath("/srv");', true],
    ['where it does anyway', 'builder.Configuration.SetBasePath(Directory.GetCurrentDirectory());', false],
    ['elsewhere', 'builder.Configuration.SetFileProvider(provider);', true],
    [
      'elsewhere',
      'var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = "/srv" });',
      true,
    ],
    [
      'elsewhere',
      'var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath="/srv" });',
      true,
    ],
    [
      'where it does anyway',
      'var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });',
      false,
    ],
    [
      'where it does anyway',
      'var builder = WebApplication.CreateBuilder(new WebApplicationOptions { OwnContentRootPath = "a" });',
      false,
    ],
    ['where it does anyway', 'var builder = WebApplication.CreateBuilder(args);', false],
    ['where it does anyway', 'Use(new WebApplicationOptions { ContentRootPath = "/srv" });', false],
    ['where it does anyway', 'var other = new ConfigurationBuilder().SetBasePath("/srv").Build();', false],
    ['where it does anyway', 'var other = new ConfigurationBuilder().SetFileProvider(x).Build();', false],
  ])('%s: %s', (_, program, expected) => {
    expect(moves(program)).toBe(expected);
  });
});
