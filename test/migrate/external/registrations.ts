import fc from 'fast-check';

/** One client of the external package as somebody might register it. */
export interface Registration {
  /** Makes its names its own. */
  readonly number: number;
  readonly overload: 'typed' | 'interface' | 'named' | 'handler';
  readonly style: 'positional' | 'named' | 'reversed' | 'static' | 'conditional' | 'old-order';
  readonly settings: 'literal' | 'constant' | 'nested' | 'local' | 'object' | 'get';
  /** What says the scopes and whether to exchange: a delegate of some shape, statements, or the settings file. */
  readonly says: 'block' | 'expression' | 'parenthesised' | 'alias' | 'anonymous' | 'statements' | 'file';
  readonly scopes: number;
  readonly form: 'literal' | 'constant' | 'added';
  readonly exchange: boolean | null;
  readonly layout: { readonly dotOnItsLine: boolean; readonly argumentsOnTheirs: boolean };
  readonly follows: 'nothing' | 'on-its-line' | 'below';
  readonly typedClient: boolean;
  readonly around: 'nothing' | 'if' | 'if-without-braces' | 'try' | 'lambda' | 'function';
  readonly comments: readonly CommentPlace[];
}

export type CommentPlace = 'above' | 'argument' | 'delegate' | 'link' | 'trailing';

/** Registrations on one section. */
export interface Registrations {
  readonly all: readonly Registration[];
  readonly lineEnd: '\n' | '\r\n';
  readonly unit: '    ' | '  ' | '\t';
  readonly version: '8.3.4' | '8.6.2' | '8.7.0' | '8.12.7';
}

const registration: fc.Arbitrary<Registration> = fc
  .record({
    number: fc.constant(0),
    overload: fc.constantFrom('typed', 'interface', 'named', 'handler'),
    style: fc.constantFrom('positional', 'positional', 'named', 'reversed', 'static', 'conditional', 'old-order'),
    settings: fc.constantFrom('literal', 'constant', 'nested', 'local', 'object', 'get'),
    says: fc.constantFrom('block', 'block', 'expression', 'parenthesised', 'alias', 'anonymous', 'statements', 'file'),
    scopes: fc.integer({ min: 1, max: 3 }),
    form: fc.constantFrom('literal', 'constant', 'added'),
    exchange: fc.constantFrom(true, false, null),
    layout: fc.record({ dotOnItsLine: fc.boolean(), argumentsOnTheirs: fc.boolean() }),
    follows: fc.constantFrom('nothing', 'on-its-line', 'below'),
    typedClient: fc.boolean(),
    around: fc.constantFrom('nothing', 'nothing', 'if', 'if-without-braces', 'try', 'lambda', 'function'),
    comments: fc.subarray<CommentPlace>(['above', 'argument', 'delegate', 'link', 'trailing']),
  })
  .map(possible);

/** What does not go together gives way. */
function possible(one: Registration): Registration {
  const { overload, style, settings, says, layout } = one;
  const mayBeFilled = settings === 'object' && overload !== 'handler';
  const isManyStatements = overload === 'handler' || settings === 'local' || settings === 'object';
  const isBraced = isManyStatements || one.comments.includes('above');
  return {
    ...one,
    style: style === 'old-order' && overload !== 'named' ? 'positional' : style,
    says: says === 'statements' && !mayBeFilled ? 'block' : says,
    form: says === 'file' ? 'literal' : one.form,
    exchange: says === 'expression' || says === 'file' ? null : one.exchange,
    layout: { ...layout, dotOnItsLine: layout.dotOnItsLine && style !== 'static' },
    typedClient: one.typedClient && overload === 'typed',
    around: one.around === 'if-without-braces' && isBraced ? 'if' : one.around,
  };
}

export const registrations: fc.Arbitrary<Registrations> = fc
  .record({
    all: fc.array(registration, { minLength: 1, maxLength: 3 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    unit: fc.constantFrom('    ', '  ', '\t'),
    version: fc.constantFrom('8.3.4', '8.6.2', '8.7.0', '8.12.7'),
  })
  .map((made) => ({ ...made, all: numbered(made) }));

/** The settings file says the scopes of one only, all being on one section; 8.3 has no exchange. */
function numbered({ all, version }: Registrations): readonly Registration[] {
  const fromFile = all.find(({ says }) => says === 'file');
  return all.map((one, index) => ({
    ...one,
    number: index + 1,
    says: one.says === 'file' && one !== fromFile ? 'block' : one.says,
    exchange: version === '8.3.4' && one.exchange === true ? false : one.exchange,
  }));
}
