import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import { hashOfId } from '../../settings/settings-file.ts';
import { calledFunctions } from '../../startup/callable.ts';
import { secretReadBy } from '../../vault/secret-reads.ts';
import { readBinding, valueReturned } from '../external/settings-binding.ts';
import { givenValue } from '../given-value.ts';
import { configKeyOf, sectionOf } from '../section-path.ts';
import { type CredentialSource, sourceKey, unknownSource } from './credential-source.ts';
import { sectionOfOptions } from './options-section.ts';
import { settingsObjectsAt } from './settings-object.ts';

type Sources = readonly CredentialSource[];

const unknown: Sources = [unknownSource];
const deepest = 30;

/** Where an argument is read from: several sources where several callers pass it on. */
export function sourcesOf(place: Place, what: 'id' | 'key', project: CSharpProject): Sources {
  const sources = openReading(what, project)(place, 0);
  return sources.length === 0 ? unknown : [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
}

type Read = (place: Place, depth: number) => Sources;

function openReading(what: 'id' | 'key', project: CSharpProject): Read {
  const known = new Map<SyntaxNode, Sources>();
  return read;

  function read(place: Place, depth: number): Sources {
    const before = known.get(place.node);
    if (before) return before;
    if (depth > deepest) return unknown;
    // What leads to itself adds nothing.
    known.set(place.node, []);
    const sources = readNode(place, depth);
    known.set(place.node, sources);
    return sources;
  }

  function readNode(place: Place, depth: number): Sources {
    const written = what === 'id' ? writtenAt(place, project) : null;
    const follow = (node: SyntaxNode | null | undefined) => (node ? read(at(place, node), depth + 1) : unknown);
    const { node, file } = place;
    if (written !== null) return [written];
    switch (node.kind) {
      case 'parenthesized_expression':
      case 'postfix_unary_expression':
      case 'await_expression':
        return follow(namedChildren(node)[0]);
      case 'cast_expression':
        return follow(namedChildren(node).at(-1));
      case 'binary_expression':
        return isOtherwiseNothing(node, file.text) ? follow(childInRole(node, 'left')) : unknown;
      case 'object_creation_expression':
      case 'implicit_object_creation_expression':
        return follow(onlyArgument(node));
      case 'identifier':
        return named(place, depth);
      case 'member_access_expression':
        return member(place, depth);
      case 'element_access_expression':
        return configured(node, place);
      case 'invocation_expression':
        return called(place, depth);
      default:
        return unknown;
    }
  }

  function named(place: Place, depth: number): Sources {
    const given = givenValue(place, project);
    if (given.kind === 'set') return read(given.value, depth + 1);
    return given.kind === 'passed' ? given.values.flatMap((value) => read(value, depth + 1)) : unknown;
  }

  function member(place: Place, depth: number): Sources {
    const { node, file } = place;
    const [owner, nameNode] = [childInRole(node, 'expression'), childInRole(node, 'name')];
    if (owner === null || nameNode === null) return unknown;
    if (owner.kind === 'this') return named(at(place, nameNode), depth);
    const name = textOf(nameNode, file.text);
    if (name === 'Value') {
      const section = sectionOf(owner, file, project);
      if (section.kind === 'section') return [{ kind: 'configuration', path: section.path }];
      // What the SDK's client gives wraps the secret.
      const secrets = read(at(place, owner), depth + 1);
      if (secrets.some(({ kind }) => kind === 'secret')) return secrets;
    }
    return ofSettings(owner, name, place, depth);
  }

  function ofSettings(owner: SyntaxNode, name: string, place: Place, depth: number): Sources {
    const { members, section } = readBinding(owner, place.file, { project });
    const set = members.findLast((one) => one.name === name);
    if (set) return read({ node: set.value, root: rootOf(set.value), file: set.file }, depth + 1);
    if (section.kind === 'section') return [{ kind: 'configuration', path: `${section.path}:${name}` }];
    const made = owner.kind === 'identifier' ? givenValue(at(place, owner), project) : null;
    if (made?.kind === 'set' && made.value.node.kind === 'object_creation_expression') return unknown;
    const objects = settingsObjectsAt(at(place, owner), project);
    if (objects.length === 0) return unknown;
    return objects.map((object): CredentialSource => {
      if (object.kind === 'section') return { kind: 'configuration', path: `${object.path}:${name}` };
      if (object.kind === 'options') return unknownSource;
      const path = sectionOfOptions(object.of, project);
      if (path !== null) return { kind: 'configuration', path: `${path}:${name}` };
      return { kind: 'settings', of: object.of, member: name };
    });
  }

  function configured(node: SyntaxNode, { file }: Place): Sources {
    const path = configKeyOf(node, file, project);
    return path === null ? unknown : [{ kind: 'configuration', path }];
  }

  function called(place: Place, depth: number): Sources {
    const { node, file } = place;
    const call = readInvocation(node, file.text);
    if (call === null) return unknown;
    const secret = secretReadBy(call, file, project);
    if (secret !== null) return [{ kind: 'secret', name: secret }];
    if (/^(Trim|ToString|ConfigureAwait)$/.test(call.name) && call.receiver) {
      return read(at(place, call.receiver), depth + 1);
    }
    const [only, ...others] = calledFunctions(call, file, project);
    const value = only && others.length === 0 ? valueReturned(only.body) : null;
    if (only && value) return read({ node: value, root: rootOf(value), file: only.file }, depth + 1);
    return configured(node, place);
  }
}

function writtenAt({ node, file }: Place, project: CSharpProject): CredentialSource | null {
  const text = evaluateString(node, file, project);
  const hash = text.kind === 'known' ? hashOfId(text.value) : null;
  return hash === null ? null : { kind: 'written', hash };
}

/** `x ?? throw …` and `x ?? ""` */
function isOtherwiseNothing(binary: SyntaxNode, text: string): boolean {
  const right = childInRole(binary, 'right');
  return right?.kind === 'throw_expression' || (right !== null && /^(""|[Ss]tring\.Empty)$/.test(textOf(right, text)));
}

/** `new JsonWebKey(key)` and `new(key)` */
function onlyArgument(creation: SyntaxNode): SyntaxNode | null {
  const list = childInRole(creation, 'arguments') ?? childOfKind(creation, 'argument_list');
  const [only, ...others] = list ? namedChildren(list) : [];
  return only && others.length === 0 ? (namedChildren(only).at(-1) ?? null) : null;
}
