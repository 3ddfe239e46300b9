import fc from 'fast-check';

/** A statement of a made-up method body. Everything that is not doomed has a number, so that it can be found again. */
export type Statement =
  | { readonly kind: 'call'; readonly chain: Chain; readonly trailing: string | null }
  | { readonly kind: 'local'; readonly used: 'doomed' | 'both' | 'other' }
  | { readonly kind: 'if'; readonly braces: boolean; readonly first: Body; readonly otherwise: Body | null }
  | { readonly kind: 'block'; readonly head: 'foreach (var x in xs)' | 'using (x)' | 'lock (x)'; readonly body: Body }
  | { readonly kind: 'lambda'; readonly body: Body }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'empty-line' };

export type Body = readonly Statement[];

/** `true` for a link that is doomed. */
export interface Chain {
  readonly links: readonly boolean[];
  readonly layout: 'line' | 'lines';
  readonly comments: readonly (string | null)[];
}

const comment = fc.constantFrom('// note', '/* note */', '// Doomed', '// legacy');
const trailing = fc.option(fc.constantFrom('// note', '// legacy'), { freq: 4 });

function chain(doomed: boolean): fc.Arbitrary<Chain> {
  return fc.record({
    links: fc
      .array(fc.boolean(), { minLength: 1, maxLength: 3 })
      .map((links) => (doomed ? links : links.map(() => false))),
    layout: fc.constantFrom('line', 'lines'),
    comments: fc.array(fc.option(comment, { freq: 4 }), { minLength: 3, maxLength: 3 }),
  });
}

const calls: fc.Arbitrary<Statement> = fc
  .oneof({ weight: 3, arbitrary: chain(false) }, { weight: 2, arbitrary: chain(true) })
  .chain((made) => fc.record({ kind: fc.constant('call' as const), chain: fc.constant(made), trailing }));

const { body } = fc.letrec<{ body: Body; statement: Statement }>((tie) => ({
  body: fc.array(tie('statement'), { maxLength: 4, depthIdentifier: 'nesting' }),
  statement: fc.oneof(
    { depthIdentifier: 'nesting', depthSize: 'small' },
    { weight: 6, arbitrary: calls },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('comment' as const), text: comment }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'empty-line' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('local' as const), used: fc.constantFrom('doomed', 'both', 'other') }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('if' as const),
        braces: fc.boolean(),
        first: tie('body'),
        otherwise: fc.option(tie('body')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('block' as const),
        head: fc.constantFrom('foreach (var x in xs)', 'using (x)', 'lock (x)'),
        body: tie('body'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('lambda' as const), body: tie('body') }) },
  ),
}));

const lineEnds = fc.constantFrom('\n', '\r\n', 'mixed');

/** A program of one method, in C#. No `if` in it is empty, no local unused, and no two empty lines meet. */
export const program: fc.Arbitrary<string> = fc
  .record({ body, lineEnd: lineEnds, tabs: fc.boolean(), lastNewline: fc.boolean() })
  .map(({ body: statements, lineEnd, tabs, lastNewline }) => {
    const printer = new Printer(tabs ? '\t' : '    ');
    const lines = ['void F(S s)', '{', ...printer.body(statements, 1), '}'];
    const text = tidy(lines).map((line, index) => line + (lineEnd === 'mixed' ? ['\n', '\r\n'][index % 2] : lineEnd));
    const whole = text.join('');
    return lastNewline ? whole : whole.replace(/\r?\n$/, '');
  });

/** Without empty lines beside each other or beside a brace; comments on following lines would be one comment. */
function tidy(lines: readonly string[]): readonly string[] {
  const isBlank = (line: string | undefined) => line?.trim() === '';
  const isComment = (line: string | undefined) => /^\s*\/[/*]/.test(line ?? '');
  const kept: string[] = [];
  for (const line of lines) {
    if (/^\s*\}/.test(line)) while (isBlank(kept.at(-1))) kept.pop();
    if (isComment(line) && isComment(kept.at(-1))) continue;
    if (!isBlank(line) || (!isBlank(kept.at(-1)) && !/\{\s*$/.test(kept.at(-1) ?? '{'))) kept.push(line);
  }
  return kept;
}

class Printer {
  private next = 0;

  constructor(private readonly tab: string) {}

  body(statements: Body, depth: number): readonly string[] {
    return statements.flatMap((statement) => this.statement(statement, depth));
  }

  private statement(statement: Statement, depth: number): readonly string[] {
    const indent = this.tab.repeat(depth);
    switch (statement.kind) {
      case 'empty-line':
        return [''];
      case 'comment':
        return [indent + numbered(statement.text, this.next++)];
      case 'call':
        return this.call(statement, indent);
      case 'local':
        return this.local(statement, indent);
      case 'lambda':
        return [
          `${indent}s.Keep${this.next++}(o =>`,
          `${indent}{`,
          ...this.body(statement.body, depth + 1),
          `${indent}});`,
        ];
      case 'block':
        return [indent + statement.head, `${indent}{`, ...this.filled(statement.body, depth + 1), `${indent}}`];
      case 'if': {
        const condition = `if (c${this.next++})`;
        const then = this.branch(statement.first, statement.braces, depth);
        const otherwise = statement.otherwise && this.branch(statement.otherwise, statement.braces, depth);
        // Without braces an inner `if` would take the `else`.
        const isClear =
          statement.braces || otherwise === null || !then.some((line) => line.trimStart().startsWith('if'));
        return [indent + condition, ...then, ...(otherwise && isClear ? [`${indent}else`, ...otherwise] : [])];
      }
    }
  }

  private branch(statements: Body, braces: boolean, depth: number): readonly string[] {
    const indent = this.tab.repeat(depth);
    if (braces) return [`${indent}{`, ...this.filled(statements, depth + 1), `${indent}}`];
    const single = statements.find(({ kind }) => kind === 'call' || kind === 'if' || kind === 'block');
    return single ? this.statement(single, depth + 1) : [`${indent}${this.tab}s.Keep${this.next++}();`];
  }

  /** At least one statement. */
  private filled(statements: Body, depth: number): readonly string[] {
    const printed = this.body(statements, depth);
    const isEmpty = statements.every(({ kind }) => kind === 'comment' || kind === 'empty-line');
    return isEmpty ? [...printed, `${this.tab.repeat(depth)}s.Keep${this.next++}();`] : printed;
  }

  /** What stands inside or at the end of a statement that goes is about it, so it is no note. */
  private call(
    { chain: { links, layout, comments }, trailing: after }: Extract<Statement, { kind: 'call' }>,
    indent: string,
  ): readonly string[] {
    const names = links.map((doomed) => (doomed ? '.Doomed("a")' : `.Keep${this.next++}()`));
    const own = (text: string) => (links.includes(false) ? text : text.replace('note', 'own'));
    const end = `;${after === null ? '' : ` ${own(numbered(after, this.next++))}`}`;
    if (layout === 'line') return [`${indent}s${names.join('')}${end}`];
    const linked = names.flatMap((name, index) => {
      const above = comments[index];
      const line = `${indent}${this.tab}${name}${index === names.length - 1 ? end : ''}`;
      return above ? [`${indent}${this.tab}${own(numbered(above, this.next++))}`, line] : [line];
    });
    return [`${indent}s`, ...linked];
  }

  private local({ used }: Extract<Statement, { kind: 'local' }>, indent: string): readonly string[] {
    const name = `p${this.next++}`;
    const declaration = used === 'doomed' ? `const string ${name} = "a";` : `var ${name} = "a";`;
    const doomed = used === 'other' ? [] : [`${indent}s.Doomed(${name});`];
    const kept = used === 'doomed' ? [] : [`${indent}s.Keep${this.next++}(${name});`];
    return [indent + declaration, ...doomed, ...kept];
  }
}

/** `// note` as `// note 7`. */
function numbered(text: string, number: number): string {
  return text.endsWith('*/') ? text.replace(' */', ` ${number} */`) : `${text} ${number}`;
}
