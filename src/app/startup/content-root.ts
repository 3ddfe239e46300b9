import { textOf } from '../../syntax/csharp/node.ts';
import type { ExecutedCall } from './execution.ts';
import { receivingConfiguration } from './receiving-configuration.ts';
import { startOf } from './start-of.ts';

/** How code calls the folder that an app looks for its files in anyway. */
const usual = /(\bGetCurrentDirectory\(\)|\bContentRootPath|\bBaseDirectory)$/;

/** Whether a call has the app look for its files in another folder than its own. */
export function movesContentRoot(call: ExecutedCall): boolean {
  const { file, invocation } = call;
  const given = invocation.arguments.map(({ value }) => textOf(value, file.text));
  switch (invocation.name) {
    case 'SetFileProvider':
      return receivingConfiguration(call) !== 'beside';
    case 'SetBasePath':
      return receivingConfiguration(call) !== 'beside' && !given.every((path) => usual.test(path));
    case 'UseContentRoot':
      return !given.every((path) => usual.test(path));
    default:
      return startOf(call) !== null && given.some((options) => /\bContentRootPath\s*=/.test(options));
  }
}
