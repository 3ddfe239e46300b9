import type { App } from '../../../app/app.ts';
import type { HandlerUse, HttpClientRegistration } from '../../../app/clients/external/registration.ts';
import type { RequestedAccess } from '../../../app/clients/external/requested-access.ts';
import { externalNamespaces } from '../../../app/clients/package-surface.ts';
import type { FileRange, Range } from '../../../location.ts';
import { literal } from '../../../syntax/csharp/literal.ts';
import type { Link } from '../../../syntax/csharp/operations/link-layout.ts';
import type { Change } from '../../finding.ts';
import { authorizingMethod } from './authorizing-method.ts';

/** The link of the built-in client in the exact place of the call; the scopes are known by now. */
export function rewriteOf(app: App, call: HttpClientRegistration | HandlerUse): readonly Change[] {
  const { exchange } = call.access;
  const { name } = authorizingMethod(app, call.at.file, exchange.kind === 'known' && exchange.value);
  if (name === null) return [];
  const use: Link = { name, typeArguments: [], arguments: scopeArguments(call.access) };
  const isClient = call.kind === 'external-http-client';
  const client = isClient ? clientLink(call) : null;
  const links = {
    receiver: call.receiver,
    through: client?.through ?? call.call.end,
    links: client ? [client.link, use] : [use],
    keeps: [...(client?.keeps ?? []), ...scopeNamed(call.access)],
  };
  const needs = ['Altinn.App.Api.Extensions', ...(isClient ? ['Microsoft.Extensions.DependencyInjection'] : [])];
  return [
    { kind: 'replace-call', at: call.call, links },
    { kind: 'imports', at: call.call, needs, mayGo: externalNamespaces },
  ];
}

/** Where the scopes stand as a name that stands in the new call as well. */
export function scopeNamed({ scopes }: RequestedAccess): readonly FileRange[] {
  return scopes.kind === 'known' && scopes.expression !== null ? [scopes.expression.at] : [];
}

function scopeArguments({ scopes }: RequestedAccess): readonly string[] {
  if (scopes.kind === 'unknown') return [];
  return scopes.expression === null ? scopes.scopes.map(literal) : [scopes.expression.text];
}

interface ClientLink {
  readonly link: Link;
  readonly through: number;
  readonly keeps: readonly Range[];
}

function clientLink({ client, typedClient, call }: HttpClientRegistration): ClientLink {
  const link = (typeArguments: readonly string[], args: readonly string[]): Link => {
    return { name: 'AddHttpClient', typeArguments, arguments: args };
  };
  if (client?.kind === 'named') return { link: link([], [client.expression]), through: call.end, keeps: [client.at] };
  const types = client?.types ?? [];
  return typedClient?.folds
    ? { link: link(typedClient.types, []), through: typedClient.end, keeps: [] }
    : { link: link(types, []), through: call.end, keeps: [] };
}
