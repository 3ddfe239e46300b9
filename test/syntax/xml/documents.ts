import fc from 'fast-check';

/** Documents with what real ones have: line ends of all kinds, astral characters, comments that look like elements, … */
const lineEnd = fc.constantFrom('\n', '\r\n', '\r\n', '\n  ', '\r\n\t', '\r\n\r\n');
const gap = fc.oneof(fc.constant(''), lineEnd, fc.constant(' '));
const letters = fc.constantFrom('a', 'b', 'Rule', 'x-1', 'æøå', 'constructor', 'toString', '__proto__', 'n.m');
const written = fc
  .array(
    fc.constantFrom('x', ' ', '😀', 'æ', '&amp;', '&#65;', '&#x1F600;', '&#13;', '&lt;', '>', '\n', '\r\n', '\t', '/'),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const attributeValue = fc.oneof(
  written.map((text) => `"${text}'"`),
  written.map((text) => `'${text}"'`),
);
const comment = fc.constantFrom('<!-- <b c="1"/> -->', '<!---->', "<!-- it's -->", '<!-- 😀\r\n -->');
const instruction = fc.constantFrom('<?pi?>', '<?pi "?>', "<?x-1 don't > ?>");
const cdata = fc.constantFrom('<![CDATA[<b>&amp;]]>', '<![CDATA[]]>', '<![CDATA[]]\r\n]]>');

const attributes = fc
  .uniqueArray(
    fc.tuple(letters, attributeValue, fc.constantFrom(' ', '\n  ', '\r\n\t'), fc.constantFrom('=', ' = ', '=\n')),
    {
      selector: ([name]) => name,
      maxLength: 4,
    },
  )
  .map((list) => list.map(([name, value, space, equals]) => `${space}${name}${equals}${value}`).join(''));

const declarations = fc.constantFrom('', ' xmlns="urn:d"', " xmlns:q='urn:q'", ' xmlns:p="urn:other"');
const prefixes = fc.constantFrom('', '', 'p:');

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(prefixes, letters, declarations, attributes, gap, tie('content'), fc.boolean())
    .map(([prefix, name, declared, listed, space, content, selfClosing]) => {
      const tag = `${prefix}${name}`;
      const start = `<${tag}${declared}${listed}${space}`;
      return selfClosing && content === '' ? `${start}/>` : `${start}>${content}</${tag}${space}>`;
    }),
  content: fc
    .array(
      fc.oneof(
        { maxDepth: 4, depthIdentifier: 'element' },
        gap,
        written,
        comment,
        instruction,
        cdata,
        tie('element'),
        tie('element'),
      ),
      { maxLength: 5, depthIdentifier: 'element' },
    )
    .map((parts) => parts.join('')),
}));

const misc = fc.oneof(fc.constantFrom('', '\n', '\r\n'), comment, instruction);

export const xmlText = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0" encoding="utf-8"?>', "<?xml version='1.0'?>\r\n"),
    misc,
    element,
    misc,
  )
  .map(
    ([declaration, before, root, after]) => `${declaration}${before}<p:root xmlns:p="urn:p">${root}</p:root>${after}`,
  );

const noise = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  "'",
  '--',
  ']]>',
  '/',
  '<!',
  '<?',
  '=',
  '\0',
  '\ud800',
  '<b>',
  '</b>',
  ' ',
  '&x;',
  'a',
);

/** A document with a piece cut out, or noise put in, somewhere. */
export const mutatedXml = fc
  .tuple(xmlText, fc.array(fc.tuple(fc.nat(), fc.nat(4), noise), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce((changed, [at, length, added]) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + added + changed.slice(start + length);
    }, text),
  );
