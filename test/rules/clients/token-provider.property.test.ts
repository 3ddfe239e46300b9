import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initializerOf } from '../../../src/syntax/csharp/declaration.ts';
import {
  childInRole,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../../src/syntax/csharp/node.ts';
import { parsed } from '../../syntax/csharp/sources.ts';
import { appWith, found } from '../audited.ts';
import { moved } from './moved.ts';
import { consumer } from './token-consumers.ts';

const rule = 'clients/token-provider';

test('a class that asks for tokens asks the built-in client for the same ones, and none is left as anything but a string', async () => {
  await fc.assert(
    fc.asyncProperty(consumer, async ({ text: before, scopes }) => {
      const { findings, after } = await moved(rule, appWith('', { more: { 'App/C.cs': before } }));
      const text = after['App/C.cs'] ?? before;
      expect(findings.filter((finding) => !finding.includes('review'))).toEqual([]);
      expect(text).not.toMatch(/IMaskinportenTokenProvider|[^A-Za-z]GetToken\b|Internal\.Maskinporten/);
      const [view] = parsed(text).views;
      if (view === undefined) throw new Error('no view');
      expect(view.root.broken, text).toBe(false);
      const calls = [...descendantsOfKind(view.root, 'invocation_expression')].filter((call) =>
        asksForToken(call, text),
      );
      expect(
        calls.flatMap((call) => scopesOf(call, text)),
        text,
      ).toEqual(scopes);
      for (const call of calls) expect(isString(call, text), `${textOf(call, text)} in ${text}`).toBe(true);
      expect(text.split('\n').length).toBe(before.split('\n').length);
      expect(text.match(/\r?\n/g)).toEqual(before.match(/\r?\n/g));
      expect(text).toContain('Keep();');
      expect(await found(rule, appWith('', { more: { 'App/C.cs': text } }))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

function asksForToken(call: SyntaxNode, text: string): boolean {
  const callee = childInRole(call, 'function');
  const name = callee && childInRole(callee, 'name');
  return name !== null && /^Get(AccessToken|AltinnExchangedToken)$/.test(textOf(name, text));
}

/** One argument, a list. */
function scopesOf(call: SyntaxNode, text: string): readonly string[] {
  const list = childInRole(call, 'arguments');
  const [argument, ...others] = list ? namedChildren(list) : [];
  const collection = argument && namedChildren(argument).at(-1);
  if (others.length > 0 || collection?.kind !== 'collection_expression') return ['?'];
  return namedChildren(collection).map((element) => textOf(element, text));
}

/** Whether a `.Value` is taken of what is waited for, a `string` is declared as it, or nobody wants it. */
function isString(call: SyntaxNode, text: string): boolean {
  let node = call;
  for (;;) {
    const { parent } = node;
    if (parent?.kind === 'member_access_expression') {
      const name = childInRole(parent, 'name');
      if (name && textOf(name, text) === 'Value') return true;
      node = parent;
    } else if (parent?.kind === 'variable_declarator') {
      const type = parent.parent && childInRole(parent.parent, 'type');
      const isDeclared = type !== null && /^string\??$/.test(textOf(type, text));
      return isDeclared && initializerOf(parent) === node;
    } else if (['await_expression', 'parenthesized_expression', 'invocation_expression'].includes(parent?.kind ?? '')) {
      node = parent ?? node;
    } else return false;
  }
}
