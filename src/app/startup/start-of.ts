import { textOf } from '../../syntax/csharp/node.ts';
import type { ExecutedCall } from './execution.ts';

/** A builder that takes configuration at once, or one that keeps it until the host is built. */
export type BuilderKind = 'web-application' | 'host-builder';

/** Which builder a call makes, of those that begin with sources of their own; null for every other call. */
export function startOf({ file, invocation: { name, receiver } }: ExecutedCall): BuilderKind | null {
  if (receiver === null) return null;
  const type = textOf(receiver, file.text).replace(/^.*\./s, '');
  if (type === 'WebApplication' && (name === 'CreateBuilder' || name === 'CreateSlimBuilder')) return 'web-application';
  if (/^(Web)?Host$/.test(type) && name === 'CreateDefaultBuilder') return 'host-builder';
  return type === 'Host' && name === 'CreateApplicationBuilder' ? 'web-application' : null;
}
