import type { Phrase } from '../../words/phrase.ts';
import { code, type Line, plain, type Span } from '../page/page.ts';

/** The checklist of one app, or of what stands beside the apps. */
export interface Checklist {
  /** Tells it from those of other apps. */
  readonly about: string;
  readonly title: Line;
  readonly sections: readonly Section[];
}

export interface Section {
  /** null for what stands right below the title. */
  readonly heading: string | null;
  readonly entries: readonly Entry[];
}

export type Entry = TaskEntry | SaidEntry;

export interface TaskEntry extends Said {
  readonly kind: 'task';
  /** What it is about, in no language: tells it from the other tasks of the app; once shortened, from all others. */
  readonly key: string;
  /** What else a tick of it would be about: names, in no language and no order; a tick does not go along to others. */
  readonly covers: readonly string[];
  /** Whether the tool verified it in the repo. */
  readonly done: boolean;
  readonly copy: readonly string[];
}

export interface SaidEntry extends Said {
  readonly kind: 'paragraph' | 'point';
}

interface Said {
  readonly weight: Weight;
  readonly line: Line;
  /** What follows on the same line, and goes first where there is little room. */
  readonly detail: Line;
}

/** How much it matters, where there is no room for all: the first stays longest. */
export const weights = ['vital', 'step', 'work', 'test', 'detail', 'side', 'done'] as const;
export type Weight = (typeof weights)[number];

/** For a person: a tool never ticks it. */
export function task(key: string, weight: Weight, said: Phrase, detail: Line = []): TaskEntry {
  return { kind: 'task', key, covers: [], done: false, weight, line: lineOf(said), detail, copy: [] };
}

/** The same, of these and no others. */
export function covering(entry: TaskEntry, covers: readonly string[]): TaskEntry {
  return { ...entry, covers };
}

/** What the tool has seen to be so. */
export function verified(key: string, said: Phrase): TaskEntry {
  return { ...task(key, 'done', said), done: true };
}

export function paragraphOf(weight: Weight, said: Phrase): SaidEntry {
  return { kind: 'paragraph', weight, line: lineOf(said), detail: [] };
}

export function pointOf(weight: Weight, said: Phrase): SaidEntry {
  return { kind: 'point', weight, line: lineOf(said), detail: [] };
}

export function lineOf(said: Phrase): Line {
  return said.map((part): Span => (typeof part === 'string' ? plain(part) : code(part.code)));
}
