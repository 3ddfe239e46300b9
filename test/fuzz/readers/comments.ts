import { commentsIn } from '../../../src/app/comments.ts';
import { readIgnoring } from '../../../src/commands/ignore-comment.ts';
import { aboutOf } from '../../../src/syntax/commented.ts';
import { fileOf } from '../input/tree.ts';
import { encoded } from '../mutate/bytes.ts';
import { hostilePiece } from '../mutate/hostile.ts';
import { demand, type Target } from '../target.ts';
import { memoryWorkspace } from '../whole/memory-workspace.ts';

const files = ['a.cs', 'a.csproj', 'a.json', 'a.yaml', 'Dockerfile'] as const;

const parts = [
  '// maskinflytt-ignore config/custom-path: r\n',
  '/* maskinflytt-ignore config/custom-path, x/y until 2027-01-01: r */',
  '<!-- maskinflytt-ignore config/custom-path until soon: r -->',
  '# maskinflytt-ignore config/custom-path\n',
  'maskinflytt-ignore until until until:',
  'A(b, () => { C(); });\n',
  '#if X\n',
  '#else\n',
  '#endif\n',
  '<a>\n',
  '<b c="d"/>',
  '</a>',
  '{ "a": [1, {\n',
  '"b": 2\n',
  '}]}',
  'a:\n  - b: c\n',
  '  - d\n',
  'RUN a \\\n',
  'RUN <<E\n',
  'E\n',
  '\n',
  '\r\n',
];

/** Comments of every language, and what they are about. */
export const commentsTarget: Target = {
  name: 'comments',
  limitMs: 2_000,
  generate(random) {
    const count = random.below(12);
    const pieces = Array.from({ length: count }, () =>
      random.chance(0.1) ? hostilePiece(random) : (random.among(parts) ?? ''),
    );
    return new Map([[random.pick(files), fileOf(encoded(pieces.join(''), random))]]);
  },
  check(input) {
    const workspace = memoryWorkspace(input);
    for (const path of workspace.files) {
      const commented = commentsIn(workspace, path);
      for (const comment of commented?.comments ?? []) {
        if (commented === null) continue;
        readIgnoring(commented.text.slice(comment.start, comment.end));
        for (const { start, end } of aboutOf(commented, comment)) {
          demand(0 <= start && start <= end && end <= commented.text.length, 'a comment is about a part of its file');
        }
      }
    }
  },
};
