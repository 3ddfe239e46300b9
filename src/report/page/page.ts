/** What a report says to people, before it is Markdown or HTML. Nothing in it is escaped. */
export interface Page {
  readonly title: string;
  /** Leads those who cannot see past what stands above the first heading of level 2. */
  readonly skip: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly line: Line;
      /** What links lead to; null for a heading that none does. */
      readonly anchor: string | null;
    }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | {
      readonly kind: 'tasks';
      /** How a task stands, where there is no box to see. */
      readonly states: { readonly done: string; readonly open: string };
      readonly items: readonly Task[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      /** The first cell of a row says what the row is about. */
      readonly rows: readonly (readonly Line[])[];
    }
  /** What is to be seen first: a few words, and what is said of each. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** One after the other, the last one the strongest. */
  | { readonly kind: 'chain'; readonly links: readonly ChainLink[] }
  | { readonly kind: 'excerpt'; readonly lines: readonly ExcerptLine[] }
  | Diff
  /** Where to go from here; left out where readers have an outline of their own. */
  | { readonly kind: 'contents'; readonly title: string; readonly entries: readonly Link[] }
  /** What belongs together; the look is that of the worst in it. */
  | {
      readonly kind: 'group';
      readonly of: 'app' | 'finding';
      readonly look: 'plain' | 'good' | 'bad' | 'unsure';
      readonly blocks: readonly Block[];
    };

/** Something to do, or to see done. */
export interface Task {
  readonly done: boolean;
  readonly line: Line;
  /** Lines to copy, each as it is. */
  readonly copy: readonly string[];
  /** Tells it from all others, whatever it says and wherever it stands. */
  readonly key: string;
}

export interface Fact {
  readonly term: string;
  readonly line: Line;
}

export interface ChainLink {
  readonly line: Line;
  /** What it wins, and what it may win, in words; null where that is nothing. */
  readonly wins: Line | null;
  readonly mayWin: Line | null;
}

export interface ExcerptLine {
  readonly number: number;
  readonly before: string;
  /** What the excerpt is about; '' on the lines around it. */
  readonly marked: string;
  readonly after: string;
}

export interface Diff {
  readonly kind: 'diff';
  /** What is said of the file. */
  readonly line: Line;
  readonly lines: readonly DiffLine[];
  /** What is said in place of the lines that there is no room for; null where all are there. */
  readonly cut: Line | null;
}

export interface DiffLine {
  readonly sign: '+' | '-' | ' ' | '@' | '\\';
  /** Without the sign, but for a line that tells where the next ones stand. */
  readonly text: string;
}

export type Line = readonly Span[];

export type Span = TextSpan | Link;

interface TextSpan {
  /** `good`, `bad` and `unsure` are said by the words too. */
  readonly look: 'plain' | 'strong' | 'code' | 'good' | 'bad' | 'unsure';
  readonly text: string;
}

/** To a heading of the page. */
export interface Link {
  readonly look: 'link';
  readonly text: string;
  readonly to: string;
}

export function plain(text: string): Span {
  return { look: 'plain', text };
}

export function strong(text: string): Span {
  return { look: 'strong', text };
}

export function code(text: string): Span {
  return { look: 'code', text };
}

export function link(text: string, to: string): Link {
  return { look: 'link', text, to };
}

export function heading(level: 1 | 2 | 3 | 4, text: string, anchor: string | null = null): Block {
  return { kind: 'heading', level, line: [plain(text)], anchor };
}

export function paragraph(...line: Line): Block {
  return { kind: 'paragraph', line };
}

/** A word that says what follows is about. */
export function labelled(label: string, text: string): Block {
  return paragraph(strong(`${label}:`), plain(` ${text}`));
}

/** Nothing where there is no item. */
export function list(items: readonly Line[], ordered = false): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items }];
}
