/** `a, b and c`, with the language's own word before the last. */
export function enumerated(names: readonly string[], last: string): string {
  const [final = '', ...others] = names.toReversed();
  return others.length === 0 ? final : `${others.toReversed().join(', ')} ${last} ${final}`;
}
