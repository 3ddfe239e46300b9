/** Where progress is shown: standard error, or a stand-in for it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** One line that the next one replaces. */
  show(line: string): void;
  /** Leaves no trace, so that what is said next begins on an empty line. */
  clear(): void;
}

/** What ends sooner needs no company. */
const patienceMs = 1000;
const betweenLinesMs = 100;

/** For a person at a terminal only: a log keeps every line for ever. */
export function progressOn(stream: ProgressStream, now: () => number = Date.now): Progress {
  const started = now();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(line) {
      const time = now();
      if (stream.isTTY !== true || time - started < patienceMs || time - last < betweenLinesMs) return;
      last = time;
      isShown = true;
      stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

export const noProgress: Progress = { show: () => undefined, clear: () => undefined };
