import { agreed, type Evaluation, type Result, unknown } from './evaluate/evaluation.ts';
import { evaluateExpression } from './evaluate/expression.ts';
import { excerpt, type Place, type Reader } from './evaluate/place.ts';
import type { CSharpFile } from './file.ts';
import { nodeAt, type SyntaxNode } from './node.ts';
import { type CSharpProject, rootOf } from './project.ts';

export type { Evaluation } from './evaluate/evaluation.ts';

/** Nobody nests or refers this deep, and nothing that people write takes this many steps. */
const deepest = 150;
const mostSteps = 100_000;

/** The text an expression has whenever it runs, or why the source alone does not decide it. */
export function evaluateString(expression: SyntaxNode, file: CSharpFile, project: CSharpProject): Evaluation {
  const reader = startReading(withFile(project, file));
  const places = placesInViews(expression, file);
  const result = agreed(places.map(reader.evaluate), { code: 'differs-by-symbols', file: file.path });
  if (result.kind === 'unknown') return result;
  const { value, via } = result;
  if (value.kind === 'string') return { kind: 'known', value: value.text, via };
  const place = { node: expression, root: rootOf(expression), file };
  return unknown({ code: 'not-a-string', expression: excerpt(place) });
}

function startReading(project: CSharpProject): Reader {
  const done = new Map<SyntaxNode, Result>();
  const underWay = new Set<SyntaxNode>();
  let steps = 0;
  const evaluate = (place: Place): Result => {
    const before = done.get(place.node);
    if (before) return before;
    if (underWay.has(place.node) || underWay.size >= deepest || steps++ >= mostSteps) {
      return unknown({ code: 'too-deep' });
    }
    underWay.add(place.node);
    const result = evaluateExpression(place, reader);
    underWay.delete(place.node);
    done.set(place.node, result);
    return result;
  };
  const reader: Reader = { project, evaluate };
  return reader;
}

/** The same expression as each view of its file compiles it. */
function placesInViews(expression: SyntaxNode, file: CSharpFile): readonly Place[] {
  const own = rootOf(expression);
  const others = file.views.filter(({ root }) => root !== own);
  const twins = others.flatMap(({ root }) => {
    const node = twinOf(expression, root);
    return node ? [{ node, root, file }] : [];
  });
  return [{ node: expression, root: own, file }, ...twins];
}

function twinOf(node: SyntaxNode, root: SyntaxNode): SyntaxNode | null {
  const isSamePlace = ({ start, end }: SyntaxNode) => start === node.start && end === node.end;
  let twin: SyntaxNode | null = nodeAt(root, node);
  while (twin && isSamePlace(twin) && twin.kind !== node.kind) twin = twin.parent;
  return twin && isSamePlace(twin) ? twin : null;
}

/** The file at hand stands for itself, also where the project read it anew or does not hold it. */
function withFile(project: CSharpProject, file: CSharpFile): CSharpProject {
  return {
    file: (path) => (path === file.path ? file : project.file(path)),
    filesMentioning: (word, pattern) => [
      ...(file.text.includes(word) ? [file] : []),
      ...project.filesMentioning(word, pattern).filter(({ path }) => path !== file.path),
    ],
  };
}
