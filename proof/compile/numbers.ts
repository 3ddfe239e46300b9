import type { Judged } from './judge.ts';
import type { Reference } from './references.ts';

const shown = ['Altinn.App.Core', 'Altinn.App.Api', 'Altinn.App.PlatformServices', 'Altinn.ApiClients.Maskinporten'];

/** For each version line: how many fixtures and phases, and with which libraries. */
export function numbersOf(judged: readonly Judged[]): readonly string[] {
  const lines = new Map<string, Judged[]>();
  for (const one of judged) {
    const line = lineOf(one);
    lines.set(line, [...(lines.get(line) ?? []), one]);
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([line, all]) => numbersOfLine(line, all));
}

function numbersOfLine(line: string, all: readonly Judged[]): string {
  const fixtures = new Set(all.map(({ snapshot }) => snapshot.fixture)).size;
  const phases = new Set(
    all.filter(({ snapshot }) => snapshot.after !== 'before').map(({ snapshot }) => snapshot.folder),
  ).size;
  return `${line}: ${fixtures} fixtures, and ${phases} states after a phase; ${librariesOf(all).join('; ')}`;
}

function librariesOf(all: readonly Judged[]): readonly string[] {
  return shown.flatMap((id) => {
    const counts = new Map<string, number>();
    for (const { compiled } of all) {
      const found = compiled.libraries.find((one) => one.id === id);
      if (found !== undefined) counts.set(nameOf(found), (counts.get(nameOf(found)) ?? 0) + 1);
    }
    if (counts.size === 0) return [];
    const named = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ×${count}`);
    return `${id} ${named.join(', ')}`;
  });
}

function nameOf(reference: Reference): string {
  switch (reference.kind) {
    case 'real':
      return `${reference.version}`;
    case 'stand-in':
      return `stand-in of ${reference.standIn.surface}`;
    case 'missing':
      return `${reference.version} (missing)`;
  }
}

/** By the version that the project asks for. */
function lineOf({ compiled }: Judged): string {
  const asked = compiled.project.packages.find(({ id }) => /^Altinn\.App\.(Core|Api)$/i.test(id));
  if (asked === undefined) return 'no app';
  const [, first = 0, second = 0] = (/(\d+)(?:\.(\d+))?/.exec(asked.version) ?? []).map(Number);
  if (first >= 9) return '9';
  if (first < 8 || (first === 8 && second < 3 && !asked.version.startsWith('8.*'))) return '<8.3';
  if (second === 3) return '8.3';
  return second === 5 || second === 6 ? '8.5-8.6' : '8.7+';
}
