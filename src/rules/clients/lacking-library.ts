import type { App } from '../../app/app.ts';

/** The library of the app that has a file and lacks a package that the app has. */
export function lackingLibrary({ projects }: App, file: string, wanted: RegExp): string | null {
  const libraries = projects.filter(({ distance, sources }) => distance > 0 && sources.includes(file));
  return libraries.find(({ packages }) => !packages.some(({ id }) => wanted.test(id)))?.file ?? null;
}
