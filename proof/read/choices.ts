export interface Choices {
  /** How many made-up apps, of three files each. */
  readonly apps: number;
  readonly seed: number;
  /** A folder of other C#: read and compared, never committed. */
  readonly folder: string | null;
}

const usual: Choices = { apps: 24, seed: 1, folder: null };

/** `--files=N`, `--seed=S` and `--folder=path`, with `=` or a space. */
export function choicesFrom(options: readonly string[]): Choices {
  const words = options.flatMap((option) => {
    const [name = '', ...value] = option.split('=');
    return value.length === 0 ? [name] : [name, value.join('=')];
  });
  const given = (name: string) => {
    const at = words.indexOf(name);
    return at === -1 ? undefined : words[at + 1];
  };
  const number = (name: string, otherwise: number) => {
    const value = Number(given(name) ?? otherwise);
    if (!Number.isInteger(value)) throw new Error(`${name} wants a number`);
    return value;
  };
  return {
    apps: number('--files', usual.apps),
    seed: number('--seed', usual.seed),
    folder: given('--folder') ?? usual.folder,
  };
}
