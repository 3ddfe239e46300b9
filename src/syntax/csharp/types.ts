import type { Place } from './evaluate/place.ts';
import type { SyntaxNode } from './node.ts';
import type { CSharpProject } from './project.ts';
import { readType } from './types/expression.ts';
import { firstMark, takenIn } from './types/null-marks.ts';
import type { LibraryCall, TypeReader } from './types/reader.ts';
import { awaited } from './types/tasks.ts';
import { nullable, type WrittenType } from './types/written-type.ts';

export type { LibraryCall, TypeReader } from './types/reader.ts';

export function openTypes(project: CSharpProject, libraryCall: LibraryCall): TypeReader {
  const done = new Map<SyntaxNode, WrittenType | null>();
  const underWay = new Set<SyntaxNode>();

  function ofLink(place: Place): WrittenType | null {
    const before = done.get(place.node);
    if (before !== undefined) return before;
    // A local that is made of itself, or of what is made of it.
    if (underWay.has(place.node) || underWay.size >= deepest) return null;
    underWay.add(place.node);
    const type = readType(place, reader);
    underWay.delete(place.node);
    done.set(place.node, type);
    return type;
  }

  function of(place: Place): WrittenType | null {
    const type = ofLink(place);
    const operator = takenIn(place.node);
    if (operator) return operator.kind === 'await_expression' ? awaited(type) : null;
    return type && firstMark(place.node) ? nullable(type) : type;
  }

  const reader: TypeReader = { project, libraryCall, of, ofLink };
  return reader;
}

/** Nobody nests or refers this deep. */
const deepest = 150;
