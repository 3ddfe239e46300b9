import { type Compared, shown } from './difference.ts';
import { explanationOf, reasons } from './explained.ts';

/** No one reads more of one sort. */
const mostShown = 5;

interface Count {
  compared: number;
  explained: number;
  failed: number;
}

/** Counts what was compared and keeps what failed. */
export class Tally {
  private readonly counts = new Map<string, Count>();
  private readonly notes: string[] = [];
  private readonly shown: string[] = [];
  private readonly used = new Set<string>();

  add({ sort, count, differences }: Compared, app: string, textOf: (file: string) => string): void {
    const of = this.countOf(sort);
    of.compared += count;
    for (const difference of differences) {
      const text = textOf(difference.file);
      const why = explanationOf(difference, text);
      if (why === null) this.fail(sort, `${shown(difference, text)} [${app}]`);
      else {
        of.explained++;
        this.used.add(why);
      }
    }
  }

  compared(sort: string, count: number): void {
    this.countOf(sort).compared += count;
  }

  fail(sort: string, what: string): void {
    const of = this.countOf(sort);
    of.failed++;
    if (of.failed <= mostShown) this.shown.push(what);
    else if (of.failed === mostShown + 1) this.shown.push(`${sort}: more differ than are shown`);
  }

  note(line: string): void {
    this.notes.push(line);
  }

  get numbers(): readonly string[] {
    const lines = [...this.counts].map(([sort, { compared, explained, failed }]) => {
      const known = explained > 0 ? `, ${explained} differ and are explained` : '';
      return `${sort}: ${compared} compared${known}${failed > 0 ? `, ${failed} DIFFER` : ''}`;
    });
    return [...this.notes, ...lines];
  }

  /** Which ones a run needs hangs on its seeds, so that one without use is told, and no failure. */
  noteUnused(): void {
    const idle = reasons.filter((one) => !this.used.has(one));
    for (const why of idle) this.note(`nothing made up by these seeds is explained by: ${why}`);
  }

  get failures(): readonly string[] {
    return this.shown;
  }

  private countOf(sort: string): Count {
    const known = this.counts.get(sort) ?? { compared: 0, explained: 0, failed: 0 };
    this.counts.set(sort, known);
    return known;
  }
}
