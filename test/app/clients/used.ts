import type { Place } from '../../../src/syntax/csharp/evaluate/place.ts';
import { type CSharpProject, callsNamed } from '../../../src/syntax/csharp/project.ts';
import { projectWith, type Sources } from '../startup/started.ts';

interface Used {
  readonly place: Place;
  readonly project: CSharpProject;
}

/** What the only call of `Use` is passed, in any file. */
export function passedToUse(program: string, others: Sources = {}): Used {
  const project = projectWith({ 'Program.cs': program, ...others });
  const [call, ...more] = callsNamed(project, 'Use');
  const value = call?.invocation.arguments[0]?.value;
  if (call === undefined || value === undefined || more.length > 0) throw new Error(`not one Use(…) in ${program}`);
  return { place: { node: value, root: call.root, file: call.file }, project };
}
