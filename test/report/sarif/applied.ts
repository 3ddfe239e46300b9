import type { Region, SarifFix } from '../../../src/report/sarif/log.ts';

/** The files as someone leaves them who reads nothing but the log: by line and column, from the end of each file. */
export function applied(fixes: readonly SarifFix[], textOf: (uri: string) => string): ReadonlyMap<string, string> {
  const wanted = new Map<
    string,
    Map<string, { readonly start: number; readonly end: number; readonly text: string }>
  >();
  for (const { artifactChanges } of fixes) {
    for (const { artifactLocation, replacements } of artifactChanges) {
      const path = decodeURIComponent(artifactLocation.uri);
      const before = textOf(path);
      const ofFile = wanted.get(path) ?? new Map();
      wanted.set(path, ofFile);
      for (const { deletedRegion, insertedContent } of replacements) {
        // Findings that go together have the same fix.
        ofFile.set(JSON.stringify([deletedRegion, insertedContent.text]), {
          ...offsetsOf(before, deletedRegion),
          text: insertedContent.text,
        });
      }
    }
  }
  return new Map(
    [...wanted].map(([path, ofFile]) => {
      let text = textOf(path);
      let last = Infinity;
      for (const { start, end, text: inserted } of [...ofFile.values()].sort((a, b) => b.start - a.start)) {
        if (end > last) throw new Error(`overlapping replacements in ${path}`);
        text = text.slice(0, start) + inserted + text.slice(end);
        last = start;
      }
      return [path, text];
    }),
  );
}

export function offsetsOf(text: string, { startLine, startColumn, endLine, endColumn }: Region) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const offset = (line: number, column: number) => {
    const start = starts[line - 1];
    const next = starts[line] ?? text.length + 1;
    if (start === undefined || start + column - 1 > next) throw new Error(`no place ${line}:${column}`);
    return start + column - 1;
  };
  return { start: offset(startLine, startColumn), end: offset(endLine, endColumn) };
}
