import { join } from 'node:path';
import { type Claims, claimsAbout, writeFiles } from './claims.ts';
import { type Credentials, pathsOf } from './credentials.ts';
import { type GeneratedApp, type Place, places } from './generated-app.ts';
import type { LibrarySet } from './libraries.ts';
import type { Observation } from './observation.ts';
import { type Files, printApp } from './print-app.ts';
import type { Staged } from './runner.ts';
import type { World } from './worlds.ts';

/** An app on disk with what the tool says of it: as it was drawn, or as the tool's patches leave it. */
export interface Subject {
  readonly id: string;
  readonly app: GeneratedApp;
  readonly isPatched: boolean;
  readonly root: string;
  readonly files: Files;
  readonly claims: Claims;
}

export async function subjectsOf(
  app: GeneratedApp,
  number: number,
  credentials: Credentials,
  folder: string,
): Promise<readonly Subject[]> {
  const files = printApp(app, credentials);
  const root = join(folder, `${number}`);
  const { claims, patched } = await claimsAbout(files, root, listingOf(app, credentials));
  const asDrawn = { id: `${number}`, app, isPatched: false, root, files, claims };
  if (patched === null) return [asDrawn];
  const after = { id: `${number} patched`, app, isPatched: true, root: join(folder, `${number}-patched`), ...patched };
  writeFiles(after.root, after.files);
  return [asDrawn, after];
}

/** The app without the values that the tool says must go from its files; null where it names none. */
export function emptied(subject: Subject, credentials: Credentials, folder: string): Subject | null {
  const named = filesToEmpty(subject.claims);
  if (named.length === 0 || subject.isPatched) return null;
  const without = places.filter((place) => named.includes(fileOf(place)));
  const held = { ...subject.app.held, ...Object.fromEntries(without.map((place) => [place, {}])) };
  const files = printApp({ ...subject.app, held }, credentials);
  const root = join(folder, `${subject.id}-emptied`);
  writeFiles(root, files);
  return { ...subject, id: `${subject.id} emptied`, root, files };
}

function filesToEmpty({ trigger }: Claims): readonly string[] {
  if (trigger.event === 'secret-removal') return trigger.left;
  return trigger.event === 'code-deploy' && trigger.because === 'overruled' ? trigger.files : [];
}

function fileOf(place: Place): string {
  return place === 'environment' ? 'deployment/values.yaml' : `App/${place}`;
}

function listingOf({ listed, held }: GeneratedApp, credentials: Credentials): readonly string[] | null {
  return listed ? pathsOf(held.vault, 'vault', credentials).map(([path]) => path.replaceAll(':', '--')) : null;
}

/** Every world that something is asked about; each once. */
export function stage(
  { id, app, root, files }: Subject,
  worlds: readonly World[],
  libraries: LibrarySet,
): readonly Staged[] {
  const distinct = new Map(worlds.map((world) => [nameOf(world), world]));
  return [...distinct].map(([name, world]) => ({ id: `${id} ${name}`, app, libraries, root, files, world }));
}

export type Seen = (subject: Subject, world: World) => Observation;

export function seenIn(observations: ReadonlyMap<string, Observation>): Seen {
  return ({ id }, world) => {
    const seen = observations.get(`${id} ${nameOf(world)}`);
    if (seen === undefined) throw new Error(`${id} was not run in ${nameOf(world)}`);
    return seen;
  };
}

function nameOf(world: World): string {
  return JSON.stringify(world);
}
