import { type ClientConfiguration, readClientConfigurations } from '../../../src/app/clients/configuration.ts';
import { entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import { textOf } from '../../../src/syntax/csharp/node.ts';
import { projectWith, type Sources } from '../startup/started.ts';

/** Where the configurations of an app bind the client to, and when: path (or why it is unknown), then order. */
export function configured(program: string, others: Sources = {}): readonly string[] {
  return configurations(program, others).map(
    ({ settings, order, form }) => `${form === 'static' ? 'static ' : ''}${describe(settings)}, ${order}`,
  );
}

/** The paths alone. */
export function paths(program: string, others: Sources = {}): readonly string[] {
  return configurations(program, others).map(({ settings }) => describe(settings));
}

export function configurations(program: string, others: Sources = {}): readonly ClientConfiguration[] {
  const project = projectWith({ 'Program.cs': program, ...others });
  const executed = executedCalls(project, entryPointsOf(project.files));
  const read = readClientConfigurations(project.files, project, executed, '.');
  for (const { name, method, call } of read) {
    const text = project.file(name.file)?.text ?? '';
    // What is pointed at is the name, inside the call.
    if (textOf(name, text) !== method || name.start < call.start || name.end > call.end) throw new Error('misplaced');
  }
  return read;
}

function describe(settings: ClientConfiguration['settings']): string {
  if (settings.kind === 'delegate') return 'delegate';
  return settings.path.kind === 'known' ? settings.path.value : `unknown (${settings.path.reason.code})`;
}
