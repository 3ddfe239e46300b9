import type { NewText } from '../../../app/clients/consumers/access-token.ts';
import type { ConsumerRewrite, GoingRange, TokenConsumer } from '../../../app/clients/consumers/consumer.ts';
import type { Scope, TokenCall, TokenResult } from '../../../app/clients/consumers/token-call.ts';
import { externalNamespaces } from '../../../app/clients/package-surface.ts';
import type { FileRange, Range } from '../../../location.ts';
import { literal } from '../../../syntax/csharp/literal.ts';
import type { Change } from '../../finding.ts';
import type { TokenDialect } from './dialect.ts';

type KnownRewrite = Extract<ConsumerRewrite, { kind: 'known' }>;

const client = 'IMaskinportenClient';
const namespace = 'Altinn.App.Core.Features.Maskinporten';

/** What the shims' namespace holds. */
const shims = {
  namespace: 'Altinn.App.Core.Internal.Maskinporten',
  names: [
    'AddMaskinportenJwkTokenProvider',
    'IMaskinportenTokenProvider',
    'MaskinportenExtensions',
    'MaskinportenJwkTokenProvider',
  ],
};

/** A class that asks the built-in client for its tokens, in place of the old one. */
export function changesFor({ at }: TokenConsumer, rewrite: KnownRewrite, dialect: TokenDialect): readonly Change[] {
  const isQualified = ({ qualified }: { readonly qualified: boolean }) => qualified || rewrite.nameTaken;
  const types = rewrite.types.map((type) => ({
    at: type.at,
    text: isQualified(type) ? `${namespace}.${client}` : client,
    keeps: [],
  }));
  const texts = [...types, ...rewrite.texts, ...rewrite.calls.flatMap((call) => textsFor(call, dialect))];
  const gone = rewrite.parameters.map((range) => textAt(range, ''));
  const needs = rewrite.types.every(isQualified) ? [] : [namespace];
  return [
    ...distinct([...texts, ...gone]).map((text) => replacement(text, at)),
    ...rewrite.statements.map((statement) => removal(statement, at)),
    importsOf(at, needs),
  ];
}

/** The file may need neither the shims' namespace any more nor the package's. */
export function importsOf(at: FileRange, needs: readonly string[]): Change {
  return { kind: 'imports', at, needs, mayGo: [shims, ...externalNamespaces] };
}

function textsFor({ exchange, name, scope, result }: TokenCall, dialect: TokenDialect): readonly NewText[] {
  const method = textAt(name, exchange ? 'GetAltinnExchangedToken' : 'GetAccessToken');
  return [method, ...scopeTexts(scope, dialect), ...resultTexts(result, dialect)];
}

function scopeTexts({ at, parts, before, after }: Scope, { list: [open, close] }: TokenDialect): readonly NewText[] {
  const split = parts === null ? [] : [textAt(at, parts.map(literal).join(', '))];
  return [textAt(before, open), ...split, textAt(after, close)];
}

function resultTexts(result: TokenResult, { member, converts }: TokenDialect): readonly NewText[] {
  switch (result.kind) {
    case 'dropped':
      return [];
    case 'handed-on':
      return [
        inserted(result.asyncAt, 'async '),
        inserted(result.task.start, '(await '),
        inserted(result.task.end, `).${member}`),
        ...result.alsoAwaited.map((start) => inserted(start, 'await ')),
      ];
    case 'used': {
      const { local, waits, before, after } = result;
      const type = local?.type ? [textAt(local.type, 'string')] : [];
      const isBare = converts && local !== null && waits === 'await';
      const [open, close] = waits === 'await' ? ['(', ')'] : ['', ''];
      return isBare
        ? [...type, textAt(before, ''), textAt(after, '')]
        : [...type, textAt(before, open), textAt(after, `${close}.${member}`)];
    }
  }
}

function textAt(at: Range, text: string): NewText {
  return { at, text, keeps: [] };
}

function inserted(offset: number, text: string): NewText {
  return textAt({ start: offset, end: offset }, text);
}

/** Two tasks that one function returns ask for `async` twice. */
function distinct(texts: readonly NewText[]): readonly NewText[] {
  const changing = texts.filter(({ at: { start, end }, text }) => start !== end || text !== '');
  return [...new Map(changing.map((text) => [`${text.at.start} ${text.at.end} ${text.text}`, text])).values()];
}

function replacement({ at: { start, end }, text, keeps }: NewText, { file }: FileRange): Change {
  return { kind: 'replace', at: { file, start, end }, text, keeps };
}

function removal({ at: { start, end }, keeps }: GoingRange, { file }: FileRange): Change {
  return { kind: 'remove-statement', at: { file, start, end }, mentions: removed, keeps, once: [] };
}

/** Words of comments above what goes, in the languages that apps are written in. */
const removed = [
  'GetToken',
  'ExchangeToAltinnToken',
  'IMaskinportenService',
  'exchang',
  'veksl',
  'Altinn-token',
  'Altinn token',
];
