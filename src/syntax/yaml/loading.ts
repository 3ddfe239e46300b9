// The library behind is only loaded where there is YAML to look at: most apps are read without.

let loaded: Yaml | null = null;

type Yaml = Pick<typeof import('./parse.ts'), 'parseYaml'> &
  Pick<typeof import('./remove-together.ts'), 'removeItemsTogether'>;

export async function loadYaml(): Promise<Yaml> {
  const [{ parseYaml }, { removeItemsTogether }] = await Promise.all([
    import('./parse.ts'),
    import('./remove-together.ts'),
  ]);
  loaded = { parseYaml, removeItemsTogether };
  return loaded;
}

/** For whoever works on what was read: by then it has been loaded. */
export function loadedYaml(): Yaml {
  if (loaded === null) throw new Error('loadYaml() has not been awaited');
  return loaded;
}
