import { positionAt } from '../../files/lines.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';
import { notUtf8, readXmlFile, unreadFrom } from '../xml-file.ts';
import { readLevels } from './levels.ts';
import { matchesOf, type Policy, type PolicyDoubt, type ReadPolicy } from './policy.ts';
import { readRule } from './read-rule.ts';
import { childrenOf, holdsText, identifierOf, isXacml } from './xacml.ts';

/** Not even a declared encoding other than Unicode is trusted: rights are never told from a text that may be another. */
export function readPolicy(workspace: Workspace, file: string | null): ReadPolicy {
  const read = file === null ? { kind: 'missing' as const } : readXmlFile(workspace, file);
  if (read.kind !== 'xml') return read;
  const { root, source } = read;
  if (source.encoding === 'windows-1252') return notUtf8(read.file, source);
  if (isXacml(root, 'Policy')) {
    const policy = policyOf(root, read.file);
    return isTooLarge(policy)
      ? unreadFrom(read.file, root.range.start, { code: 'too-many-items' })
      : { kind: 'policy', policy };
  }
  if (isXacml(root, 'PolicySet')) return { kind: 'policy', policy: policySet(root, read.file) };
  const { name, namespace, range } = root;
  const position = positionAt(source.text, range.start);
  return unreadFrom(read.file, range.start, { code: 'not-a-policy', root: name, namespace, ...position });
}

const mostRules = 500;
const mostMatches = 10_000;

/** Every rule is asked about every action in every state: the largest policies seen have a tenth of this. */
function isTooLarge({ rules }: Policy): boolean {
  const matches = rules.reduce((sum, rule) => sum + matchesOf(rule).length, 0);
  return rules.length > mostRules || matches > mostMatches;
}

function policyOf(root: XmlElement, file: string): Policy {
  return {
    file,
    at: { file, ...root.range },
    startTag: { file, ...root.startTag },
    rules: childrenOf(root, 'Rule').map((rule) => readRule(rule, file)),
    levels: readLevels(root, file),
    doubts: [
      ...unknownAlgorithm(root, file),
      ...(holdsText(root) ? [doubt('malformed', root, file)] : []),
      ...childrenOf(root, 'Target').flatMap((target, index) => targetDoubt(target, index, file)),
      ...root.children.filter(isUnknown).map((element) => doubt('unknown-element', element, file)),
    ],
  };
}

/** What its policies say counts only together, by an algorithm of the set. */
function policySet(root: XmlElement, file: string): Policy {
  return {
    file,
    at: { file, ...root.range },
    startTag: { file, ...root.startTag },
    rules: [],
    levels: [],
    doubts: [doubt('policy-set', root, file)],
  };
}

const denyOverrides = [
  'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:deny-overrides',
  'urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides',
];

function unknownAlgorithm(root: XmlElement, file: string): readonly PolicyDoubt[] {
  const name = identifierOf(root, 'RuleCombiningAlgId') ?? '';
  return denyOverrides.includes(name) ? [] : [{ code: 'combining-algorithm', name, at: { file, ...root.startTag } }];
}

function targetDoubt(target: XmlElement, index: number, file: string): readonly PolicyDoubt[] {
  if (target.children.length > 0) return [doubt('policy-target', target, file)];
  return index > 0 || holdsText(target) ? [doubt('malformed', target, file)] : [];
}

/** What neither grants nor denies by itself. The parameters of an algorithm are no such thing, nor is an issuer. */
const known = [
  'AdviceExpressions',
  'Description',
  'ObligationExpressions',
  'PolicyDefaults',
  'Rule',
  'Target',
  'VariableDefinition',
];

function isUnknown(element: XmlElement): boolean {
  return !known.some((name) => isXacml(element, name));
}

function doubt(code: PolicyDoubt['code'], { name, startTag }: XmlElement, file: string): PolicyDoubt {
  return { code, name, at: { file, ...startTag } };
}
