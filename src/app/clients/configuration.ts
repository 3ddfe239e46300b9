import type { FileRange } from '../../location.ts';
import { type Evaluation, evaluateString } from '../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Argument, type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import type { Condition } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { conditionsFor, orderOf, runsOf, type StartupOrder } from './circumstances.ts';
import { type ClientText, clientIds } from './client-id.ts';
import { type CopiedSettings, settingsCopied } from './copied-section.ts';
import { isDelegate } from './delegate.ts';
import { type Branch, branchesTo } from './stacking.ts';

/** A call that decides where the built-in client finds its settings. */
export interface ClientConfiguration {
  readonly id: string;
  readonly method: ConfiguringMethod;
  readonly call: FileRange;
  readonly name: FileRange;
  readonly form: 'extension' | 'static';
  readonly settings: SettingsSource;
  readonly conditions: readonly Condition[];
  readonly branches: readonly Branch[];
  /** Where it runs compared with `AddAltinnAppServices`, which binds the default section if nothing was configured before. */
  readonly order: StartupOrder;
}

type WithoutId = Omit<ClientConfiguration, 'id'>;

export type ConfiguringMethod = 'ConfigureMaskinportenClient' | 'WithMaskinportenConfig';

export type SettingsSource =
  | { readonly kind: 'path'; readonly path: Evaluation; readonly expression: string; readonly at: FileRange }
  | {
      readonly kind: 'delegate';
      readonly expression: string;
      readonly at: FileRange;
      /** That it copies the credentials from. */
      readonly copied: CopiedSettings;
    };

const configuringMethods: readonly ConfiguringMethod[] = ['ConfigureMaskinportenClient', 'WithMaskinportenConfig'];

export function readClientConfigurations(
  files: readonly CSharpFile[],
  project: CSharpProject,
  executed: readonly ExecutedCall[],
  appPath: string,
): readonly ClientConfiguration[] {
  const read = files.flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => {
      const invocation = readInvocation(node, file.text);
      const method = configuringMethods.find((name) => name === invocation?.name);
      if (!invocation || !method) return [];
      const configuration = readConfiguration(method, invocation, file, project, executed);
      return configuration ? [configuration] : [];
    }),
  );
  const ids = clientIds(read.map(textOfConfiguration), appPath);
  return read.map((configuration, index) => ({ ...configuration, id: ids[index] ?? '' }));
}

function textOfConfiguration({ method, settings }: WithoutId): ClientText {
  return { kind: 'built-in-configuration', method, file: settings.at.file, text: settings.expression };
}

function readConfiguration(
  method: ConfiguringMethod,
  invocation: Invocation,
  file: CSharpFile,
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): WithoutId | null {
  // A function of the app's own by that name: what it does is read where it does it.
  if (findCallables(invocation, file, project).length > 0) return null;
  const form = invocation.arguments.length === 2 ? 'static' : 'extension';
  const argument = invocation.arguments.findLast(
    (candidate) => candidate.name !== 'services' && candidate.name !== 'builder',
  );
  const expected = form === 'static' ? 2 : 1;
  if (argument === undefined || invocation.arguments.length !== expected) return null;
  const runs = runsOf(invocation, file, executed);
  return {
    method,
    call: { file: file.path, start: invocation.start, end: invocation.end },
    name: { file: file.path, start: invocation.nameNode.start, end: invocation.nameNode.end },
    form,
    settings: settingsFrom(argument, file, project),
    conditions: conditionsFor(invocation, file, project, runs),
    branches: branchesTo(invocation.node),
    order: orderOf(runs, executed),
  };
}

function settingsFrom(argument: Argument, file: CSharpFile, project: CSharpProject): SettingsSource {
  const at = { file: file.path, start: argument.value.start, end: argument.value.end };
  const expression = textOf(argument.value, file.text);
  if (isDelegate(argument.value, file, project)) {
    return { kind: 'delegate', expression, at, copied: settingsCopied(argument.value, file, project) };
  }
  return { kind: 'path', path: evaluateString(argument.value, file, project), expression, at };
}
