import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { calledFunctions } from './callable.ts';
import { isDevelopmentOnly } from './condition.ts';
import type { ExecutedCall } from './execution.ts';

/** What adds the provisioned file, the other secret files and the environment to the configuration, from Altinn.App 7 on. */
export const hostMethod = 'ConfigureAppWebHost';

/** The last call of it that a deployed app makes. */
export function findHost(executed: readonly ExecutedCall[], project: CSharpProject): ExecutedCall | null {
  const calls = executed.filter(({ invocation }) => invocation.name === hostMethod);
  return (
    calls.findLast(
      (call) => calledFunctions(call.invocation, call.file, project).length === 0 && !isDevelopmentOnly(call),
    ) ?? null
  );
}
