/** The words and signs of a program, before anyone has put white space between them. A directive is one that starts with `#`. */
export type Tokens = readonly string[];

const token =
  /"(?:[^"\\]|\\.)*"|'[^']'|@?[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|=>|\?\?=|\?\?|\?\.|&&|\|\||==|!=|<=|>=|\+\+|--|\+=|-=|::|\.\.|->|\S/gu;

/** C# with other tokens set in: code`return ${value};`. */
export function code(texts: TemplateStringsArray, ...parts: readonly (Tokens | string)[]): Tokens {
  return texts.flatMap((text, index) => {
    const part = parts[index] ?? [];
    return [...(text.match(token) ?? []), ...(typeof part === 'string' ? [part] : part)];
  });
}

export function separated(parts: readonly Tokens[], separator = ','): Tokens {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

export function joined(parts: readonly Tokens[]): Tokens {
  return parts.flat();
}
