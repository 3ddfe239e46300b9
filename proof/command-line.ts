import { type Option, parts } from './parts.ts';

export type Asked =
  | { readonly kind: 'run'; readonly names: readonly string[]; readonly options: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string };

/** Without a name every part is asked for. An option must be one of those of the parts that are. */
export function asked(args: readonly string[]): Asked {
  if (args.includes('--help')) return { kind: 'help' };
  const named = args.filter((arg) => !arg.startsWith('-'));
  const all = parts.map(({ name }) => name);
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) return { kind: 'wrong', why: `no such part: ${unknown}; there are ${all.join(', ')}` };
  const names = named.length === 0 ? all : named;
  const known = parts.flatMap(({ name, options }) => (names.includes(name) ? options : []));
  const options = args.filter((arg) => arg.startsWith('-'));
  for (const written of options) {
    const why = faultIn(written, known);
    if (why !== null) return { kind: 'wrong', why };
  }
  return { kind: 'run', names, options };
}

function faultIn(written: string, known: readonly Option[]): string | null {
  const option = known.find((one) => isOf(written, one));
  if (option === undefined) return `no such option of these parts: ${written}; --help lists them`;
  const value = valueIn(written);
  if (option.value === 'none') return value === null ? null : `${option.name} takes no value`;
  if (option.value === 'text') return value ? null : `${option.name} wants a value: ${formOf(option)}`;
  return value !== null && /^\d+$/.test(value) ? null : `${option.name} wants a number: ${formOf(option)}`;
}

export function isOf(written: string, { name }: Option): boolean {
  return written.split('=', 1)[0] === name;
}

function valueIn(written: string): string | null {
  const at = written.indexOf('=');
  return at === -1 ? null : written.slice(at + 1);
}

function formOf({ name, value }: Option): string {
  return value === 'none' ? name : `${name}=${value === 'number' ? 'N' : 'TEXT'}`;
}

export function usage(): string {
  const lines = parts.flatMap(({ name, shows, options }) => [
    `  ${name.padEnd(12)}${shows}`,
    ...options.map((option) => `${' '.repeat(14)}${formOf(option).padEnd(16)}${option.says}`),
  ]);
  return `npm run prove -- [part…] [option…]

Compiles and runs what the tool rests on: every part, or those named. Each prints what it counted and compared; what this
machine cannot do is one line. Exits 1 where a part failed, 2 where this is used wrongly.

${lines.join('\n')}
`;
}
