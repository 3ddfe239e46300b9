import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childInRole, descendantsOfKind, namedChildren, textOf } from '../../../src/syntax/csharp/node.ts';
import { parsed } from '../../syntax/csharp/sources.ts';
import { appWith, found } from '../audited.ts';
import { moved } from './moved.ts';
import { serviceConsumer } from './service-consumers.ts';

const rule = 'clients/external-service';

test('a class that asks the service for tokens asks the built-in client for the same ones, and takes in only what it uses', async () => {
  await fc.assert(
    fc.asyncProperty(serviceConsumer, async ({ text: before, asked }) => {
      const { findings, after } = await moved(rule, appWith('', { more: { 'App/C.cs': before } }));
      const text = after['App/C.cs'] ?? before;
      expect(findings, before).toEqual([expect.stringContaining(' review, token-source-changes')]);
      expect(text).not.toMatch(/IMaskinportenService|TokenResponse|AccessToken\b(?!\()|ISecretsClient|JsonWebKey|jwk/);
      expect(text).not.toMatch(/\bvar\b/);
      const isUsed = /Name =>/.test(text);
      expect(/[sS]ettings/.test(text.replace(/using .*/g, '')), text).toBe(isUsed);
      const [view] = parsed(text).views;
      expect(view?.root.broken, text).toBe(false);
      expect(callsIn(text), text).toEqual(asked);
      for (const keep of before.match(/Keep\(\d\);/g) ?? []) expect(text).toContain(keep);
      expect(text.includes('\r\n')).toBe(before.includes('\r\n'));
      expect(await found(rule, appWith('', { more: { 'App/C.cs': text } }))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);

/** The method and the scopes of each call for a token. */
function callsIn(text: string): readonly string[] {
  const [view] = parsed(text).views;
  return [...(view ? descendantsOfKind(view.root, 'invocation_expression') : [])].flatMap((call) => {
    const callee = childInRole(call, 'function');
    const name = callee && childInRole(callee, 'name');
    const method = name ? textOf(name, text) : '';
    if (!/^Get(AccessToken|AltinnExchangedToken)$/.test(method)) return [];
    const list = childInRole(call, 'arguments');
    const [argument] = list ? namedChildren(list) : [];
    return [`${method} ${argument ? textOf(argument, text).slice(1, -1) : ''}`];
  });
}
