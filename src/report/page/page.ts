/** What a report says to people, before it is Markdown or HTML. Nothing in it is escaped. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly line: Line }
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

export type Line = readonly Span[];

export interface Span {
  /** `good`, `bad` and `unsure` are said by the words too. */
  readonly look: 'plain' | 'strong' | 'code' | 'good' | 'bad' | 'unsure';
  readonly text: string;
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

export function heading(level: 1 | 2 | 3 | 4, text: string): Block {
  return { kind: 'heading', level, line: [plain(text)] };
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
