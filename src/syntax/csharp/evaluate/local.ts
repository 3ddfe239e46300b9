import { initializerOf } from '../declaration.ts';
import type { SyntaxNode } from '../node.ts';
import type { Binding, LocalBinding } from './bindings.ts';
import { type Result, readThrough, unknown } from './evaluation.ts';
import { at, excerpt, type Place, type Reader, rangeIn } from './place.ts';
import { bindingInScope } from './scope.ts';
import { type Write, writesTo } from './writes.ts';

/** A local that gets one value, where it is declared or by one assignment beside the declaration. */
export function evaluateLocal(local: LocalBinding, place: Place, reader: Reader): Result {
  const { name } = local;
  const declaration = rangeIn(place.file, local.statement);
  const initializer = initializerOf(local.declarator);
  const writes = writesToBinding(local, place);
  if (initializer) {
    if (writes.length > 0) return unknown({ code: 'reassigned', name });
    return readThrough(reader.evaluate(at(place, initializer)), declaration);
  }
  const [write, ...others] = writes;
  if (others.length > 0) return unknown({ code: 'reassigned', name });
  if (!write?.value) return unknown({ code: 'set-at-run-time', name });
  const assignment = write.node.parent?.kind === 'expression_statement' ? write.node.parent : null;
  if (assignment === null || blockAround(assignment) !== blockAround(local.statement)) {
    return unknown({ code: 'conditional', expression: excerpt(at(place, write.node)) });
  }
  return readThrough(reader.evaluate(at(place, write.value)), declaration, rangeIn(place.file, write.node));
}

export function writesToBinding(binding: Binding, place: Place): readonly Write[] {
  const { root, file } = place;
  return writesTo(binding.name, root, file.text).filter(
    ({ target }) =>
      target.kind !== 'member_access_expression' && bindingInScope(binding.name, target, root, file.text) === binding,
  );
}

/** Two statements of one block run one after the other, or neither. */
export function blockAround(statement: SyntaxNode): SyntaxNode | null {
  return statement.parent?.kind === 'global_statement' ? statement.parent.parent : statement.parent;
}
