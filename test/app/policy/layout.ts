import fc from 'fast-check';

/** How a file is written that says what a policy says. */
export interface Layout {
  readonly prefix: string;
  readonly style: 'indented' | 'attribute a line' | 'minified';
  readonly unit: string;
  readonly lineEnd: '\n' | '\r\n' | 'mixed';
  readonly quote: '"' | "'";
  readonly hasDeclaration: boolean;
  readonly endsWithNewline: boolean;
  readonly hasLevel: boolean;
  readonly comments: 'none' | 'some';
  readonly values: 'plain' | 'varied';
  /** Decide, one after the other, what the printer may do one way or another; 0 is the plainest. */
  readonly picks: readonly number[];
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  prefix: fc.constantFrom('xacml:', 'xacml:', '', 'x:', 'ns0:'),
  style: fc.constantFrom('indented', 'indented', 'attribute a line', 'minified'),
  unit: fc.constantFrom('  ', '    ', '\t'),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', 'mixed'),
  quote: fc.constantFrom('"', '"', "'"),
  hasDeclaration: fc.boolean(),
  endsWithNewline: fc.boolean(),
  hasLevel: fc.boolean(),
  comments: fc.constantFrom('none', 'some'),
  values: fc.constantFrom('plain', 'plain', 'varied'),
  picks: fc.array(fc.nat(11), { minLength: 1, maxLength: 60 }),
});
