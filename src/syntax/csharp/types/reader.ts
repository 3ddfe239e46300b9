import type { Place } from '../evaluate/place.ts';
import type { Invocation } from '../invocation.ts';
import type { CSharpProject } from '../project.ts';
import type { WrittenType } from './written-type.ts';

/** Types of expressions, as far as the app's own text tells them: there is no compiler here. */
export interface TypeReader {
  readonly project: CSharpProject;
  readonly libraryCall: LibraryCall;
  of(expression: Place): WrittenType | null;
  /** What `expression.Member` starts from: behind `a?.B` that is `B` itself, since `a?.B.Member` reads so. */
  ofLink(expression: Place): WrittenType | null;
}

/** What a call of a method that the app does not declare returns; null where the reader does not know it either. */
export type LibraryCall = (call: Invocation, place: Place, types: TypeReader) => WrittenType | null;
