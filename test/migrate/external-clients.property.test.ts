import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { descendantsOfKind, textOf } from '../../src/syntax/csharp/node.ts';
import { auditedApp, type Files, projectOf } from '../rules/audited.ts';
import { switched } from '../rules/clients/switched.ts';
import { parsed } from '../syntax/csharp/sources.ts';
import { type Program, programOf } from './external/program.ts';
import { type Registrations, registrations } from './external/registrations.ts';

const file = 'App/Program.cs';
const often = { numRuns: 80 };

function appWith({ text, others }: Program, { version }: Registrations): Files {
  return {
    'App/App.csproj': projectOf(version),
    'App/config/applicationmetadata.json': '{ "id": "ttd/app", "org": "ttd" }\n',
    [file]: text,
    ...others,
  };
}

test('what the audit reads of registrations is what was written', async () => {
  await fc.assert(
    fc.asyncProperty(registrations, async (made) => {
      const program = programOf(made);
      const { app } = await auditedApp(appWith(program, made));
      expect(factsOf(app), program.text).toEqual(program.clients.map(({ facts }) => facts));
    }),
    often,
  );
});

test('the patch says each scope once, keeps all else, and leaves nothing of the package', async () => {
  await fc.assert(
    fc.asyncProperty(registrations, async (made) => {
      const program = programOf(made);
      const { texts, withdrawn, left } = await switched(appWith(program, made));
      const after = texts[file] ?? '';
      expect({ withdrawn, left }, program.text).toEqual({ withdrawn: [], left: [] });
      expect(parsed(after).views[0]?.root.broken, after).toBe(false);
      expect(after).not.toMatch(
        /(Add|Register)Maskinporten|SettingsJwk|Altinn\.ApiClients|MaskinportenSettings|Exhange/,
      );
      expect(new Set(after.match(/\r?\n/g))).toEqual(new Set([made.lineEnd]));
      expect(commentsIn(after), after).toEqual([...program.comments].sort());
      expect(widthOf(after), after).toBeLessThanOrEqual(Math.max(120, widthOf(program.text)));
      for (const client of program.clients) expectMoved(client, made, after);
    }),
    often,
  );
});

/** In the order of the text. */
function factsOf({ externals, handlers }: App) {
  const clients = externals.flatMap((one) => (one.kind === 'external-http-client' ? [one] : []));
  const read = [
    ...clients.map(({ client, ...one }) => ({
      at: one.at,
      kind: one.kind,
      types: client?.kind === 'typed' ? client.types : [],
      name: client?.kind === 'named' && client.name.kind === 'known' ? client.name.value : null,
      section: one.section,
      ...asked(one),
    })),
    ...handlers.map((one) => ({
      at: one.at,
      kind: 'external-handler',
      types: [],
      name: null,
      section: one.definitions.length === 1 ? one.definitions[0]?.section : null,
      ...asked(one),
    })),
  ];
  return read.sort((a, b) => a.at.start - b.at.start).map(({ at: _, ...facts }) => facts);
}

function asked({ key, access: { scopes, exchange } }: Pick<App['handlers'][number], 'key' | 'access'>) {
  return {
    key: key.kind === 'known' ? key.value : null,
    scopes: scopes.kind === 'known' ? scopes.scopes : null,
    exchange: exchange.kind === 'known' ? exchange.value : null,
  };
}

function expectMoved(client: Program['clients'][number], { version }: Registrations, after: string): void {
  const { types, name, exchange } = client.facts;
  const method = `UseMaskinporten${exchange ? 'Altinn' : ''}${version === '8.6.2' ? 'Authorisation' : 'Authorization'}`;
  const args = client.arguments.map((argument) => argument.replace('.', '\\.')).join(',\\s*');
  expect(after.match(new RegExp(`\\.${method}\\(\\s*${args}\\s*\\)`, 'g')), after).toHaveLength(1);
  for (const argument of client.arguments) expect(after.split(argument), after).toHaveLength(2);
  if (client.policy !== null) expect(after.split(client.policy), after).toHaveLength(2);
  if (name !== null) expect(after).toContain(`.AddHttpClient("${name}")`);
  if (types.length > 0) expect(after).toMatch(new RegExp(`\\.AddHttpClient<(I\\d, )?${types.join(', ')}>\\(\\)`));
}

function commentsIn(text: string): readonly string[] {
  return parsed(text)
    .views.slice(0, 1)
    .flatMap(({ root }) => [...descendantsOfKind(root, 'comment')])
    .map((comment) => textOf(comment, text).replace(/^\/[/*] | \*\/$/g, ''))
    .sort();
}

function widthOf(text: string): number {
  return Math.max(...text.split(/\r?\n/).map((line) => line.replaceAll('\t', '    ').length));
}
