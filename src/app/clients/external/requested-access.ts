import type { FileRange } from '../../../location.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { UnknownAccess } from '../../../words/reasons.ts';
import type { EnvironmentVariable } from '../../settings/environment-variables.ts';
import type { SettingsFile } from '../../settings/settings-file.ts';
import { scopeSetIn, scopesIn } from '../scopes.ts';
import { booleanOf, isUnset } from './member-value.ts';
import type { NameSources } from './package-names.ts';
import { readScope } from './scope-expression.ts';
import { filledKeys, sectionValue } from './section-values.ts';
import type { SettingsBinding } from './settings-binding.ts';
import { type DelegateReading, membersSetBy } from './settings-delegate.ts';
import type { SettingsMember } from './settings-member.ts';
import type { UnsetMembers } from './unset-members.ts';

/** What a client asks Maskinporten for, and how that is known. */
export interface RequestedAccess {
  readonly scopes: RequestedScopes;
  readonly exchange: RequestedExchange;
  /** Members and keys that the built-in client has nothing for. */
  readonly unsupported: readonly UnsupportedMember[];
  /** Where the client is told what to do with a header that is there already. */
  readonly overwrite: FileRange | null;
}

export type RequestedScopes =
  | {
      readonly kind: 'known';
      readonly scopes: readonly string[];
      /** C# that stands for all of them, where code should go on saying it so; null: each as a literal. */
      readonly expression: WrittenExpression | null;
      readonly from: 'code' | 'settings';
    }
  | { readonly kind: 'unknown'; readonly because: UnknownAccess };

export interface WrittenExpression {
  readonly text: string;
  readonly at: FileRange;
}

export type RequestedExchange =
  | { readonly kind: 'known'; readonly value: boolean; readonly from: 'code' | 'settings' | 'unset' }
  | { readonly kind: 'unknown'; readonly because: UnknownAccess };

export interface UnsupportedMember {
  readonly name: string;
  readonly at: FileRange;
}

export interface Surroundings extends NameSources {
  readonly settings: readonly SettingsFile[];
  /** What deployments set for sections. */
  readonly deployed: readonly EnvironmentVariable[];
  /** Whether Key Vault is a source of configuration. */
  readonly vault: boolean;
  /** The call that the access is asked for by. */
  readonly call: SyntaxNode;
}

/** Members of the package's settings that the built-in client has nothing for. */
export const unsupportedMembers = [
  'Resource',
  'ConsumerOrgNo',
  'EnterpriseUserName',
  'EnterpriseUserPassword',
  'TokenExchangeEnvironment',
  'UseAltinnTestOrg',
  'Kid',
  'TokenEndpoint',
  'AssertionAudience',
  'TokenExchangeEndpoint',
];

/** What code sets counts, the later the stronger; all else comes from the section, if there is one. */
export function requestedAccess(
  { members: filled, unset: section }: Pick<SettingsBinding, 'members' | 'unset'>,
  delegate: DelegateReading | null,
  where: Surroundings,
): RequestedAccess {
  const members = [...filled, ...membersSetBy(delegate)];
  const last = (name: string) => members.findLast((member) => member.name === name);
  const unread = delegate?.kind === 'unclear' ? unreadIn(delegate.statement) : null;
  return {
    scopes: unread ?? scopesFrom(last('Scope'), section, where),
    exchange: unread ?? exchangeFrom(last('ExhangeToAltinnToken'), section, where),
    unsupported: unsupportedIn(members, section, where),
    overwrite: last('OverwriteAuthorizationHeader')?.at ?? overwriteIn(section, where),
  };
}

/** Whatever the section says, a delegate may say something else. */
function unreadIn(expression: string) {
  const because: UnknownAccess = { code: 'computed', expression, because: { code: 'computed', expression } };
  return { kind: 'unknown', because } as const;
}

function scopesFrom(member: SettingsMember | undefined, section: UnsetMembers, where: Surroundings): RequestedScopes {
  if (member && !member.certain) return { kind: 'unknown', because: uncertain(member) };
  if (member && isUnset(member, where)) {
    const expression = textOf(member.value, member.file.text);
    return { kind: 'unknown', because: { code: 'emptied', expression } };
  }
  if (member) return readScope(member, where, where.call);
  if (section.kind !== 'section') return { kind: 'unknown', because: { code: 'section-unknown' } };
  const { path } = section;
  const deployed = setInDeployment('Scope', path, where);
  if (deployed) return { kind: 'unknown', because: deployed };
  const value = sectionValue(path, 'Scope', where.settings, (a, b) => scopeSetIn(a) === scopeSetIn(b));
  switch (value.kind) {
    case 'set':
      return { kind: 'known', scopes: scopesIn(value.text), expression: null, from: 'settings' };
    case 'differs':
      return { kind: 'unknown', because: { code: 'differs-by-environment', section: path, files: value.files } };
    case 'unset':
      return { kind: 'unknown', because: { code: where.vault ? 'only-in-vault' : 'not-set', section: path } };
  }
}

function exchangeFrom(
  member: SettingsMember | undefined,
  section: UnsetMembers,
  where: Surroundings,
): RequestedExchange {
  if (member && !member.certain) return { kind: 'unknown', because: uncertain(member) };
  if (member) {
    const value = booleanOf(member, where);
    if (value.kind === 'known') return { kind: 'known', value: value.value, from: 'code' };
    return { kind: 'unknown', because: { code: 'computed', expression: value.expression, because: value.because } };
  }
  if (section.kind === 'made') return { kind: 'known', value: false, from: 'unset' };
  if (section.kind !== 'section') return { kind: 'unknown', because: { code: 'section-unknown' } };
  const { path } = section;
  const deployed = setInDeployment('ExhangeToAltinnToken', path, where);
  if (deployed) return { kind: 'unknown', because: deployed };
  const value = sectionValue(path, 'ExhangeToAltinnToken', where.settings, (a, b) => isTrue(a) === isTrue(b));
  if (value.kind === 'differs') {
    return { kind: 'unknown', because: { code: 'differs-by-environment', section: path, files: value.files } };
  }
  if (value.kind === 'unset') return { kind: 'known', value: false, from: 'unset' };
  return { kind: 'known', value: isTrue(value.text), from: 'settings' };
}

function uncertain({ value, file }: SettingsMember): UnknownAccess {
  const expression = textOf(value, file.text).replace(/\s+/g, ' ');
  return { code: 'computed', expression, because: { code: 'conditional', expression } };
}

/** An environment variable wins over settings files; what it holds may differ from one deployment to the next. */
function setInDeployment(key: string, section: string, { deployed }: Surroundings): UnknownAccess | null {
  const found = deployed.find((one) => sets(one, key, section));
  return found ? { code: 'set-in-deployment', section, file: found.file } : null;
}

function sets(variable: EnvironmentVariable, key: string, section: string): boolean {
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return isSame(variable.section, section) && isSame(variable.key, key);
}

/** .NET's configuration binds a boolean from text, whatever its casing. */
function isTrue(text: string): boolean {
  return text.trim().toLowerCase() === 'true';
}

function unsupportedIn(
  members: readonly SettingsMember[],
  section: UnsetMembers,
  where: Surroundings,
): readonly UnsupportedMember[] {
  const isSet = (member: SettingsMember) => {
    if (isUnset(member, where)) return false;
    const value = booleanOf(member, where);
    return value.kind === 'unknown' || value.value;
  };
  const inCode = members.filter((member) => unsupportedMembers.includes(member.name) && isSet(member));
  const names = members.filter(({ certain }) => certain).map(({ name }) => name);
  const open = unsupportedMembers.filter((name) => !names.includes(name));
  return [...inCode.map(({ name, at }) => ({ name, at })), ...keysGiven(open, section, where)];
}

function overwriteIn(section: UnsetMembers, where: Surroundings): FileRange | null {
  return keysGiven(['OverwriteAuthorizationHeader'], section, where)[0]?.at ?? null;
}

/** By settings files, and by what deployments set, whatever that is. */
function keysGiven(
  names: readonly string[],
  section: UnsetMembers,
  { settings, deployed }: Surroundings,
): readonly UnsupportedMember[] {
  if (section.kind !== 'section') return [];
  const variables = names.flatMap((name) =>
    deployed.filter((one) => sets(one, name, section.path)).map(({ at }) => ({ name, at })),
  );
  return [...filledKeys(section.path, names, settings), ...variables];
}
