export interface Choices {
  /** How many made-up apps, of three files each. */
  readonly apps: number;
  readonly seed: number;
  /** A folder of other C#: read and compared, never committed. */
  readonly folder: string | null;
}

/** Seeds that hold, so that a change which breaks something shows. Others still find what the page lists as misread. */
const usual: Choices = { apps: 24, seed: 16, folder: null };

export function choicesFrom(options: readonly string[]): Choices {
  const given = (name: string) => options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    apps: Number(given('--files') ?? usual.apps),
    seed: Number(given('--seed') ?? usual.seed),
    folder: given('--folder') ?? usual.folder,
  };
}
