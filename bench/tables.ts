import type { Outcome } from './contests.ts';
import type { Growth } from './growth.ts';
import type { Memory } from './memory.ts';

export function contestTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, aim, other, ours, theirs }) => [
    name,
    `\`${other}\``,
    ours.seconds.toFixed(3),
    theirs.seconds.toFixed(3),
    ratio(ours.seconds, theirs.seconds),
    ratio(ours.cpu, theirs.cpu),
    aim === null ? '–' : `≤ ${aim}`,
  ]);
  return table(['Audit of', 'against', 'ours, s', 'theirs, s', 'ratio', 'ratio of processor time', 'aim'], rows);
}

function ratio(one: number | null, other: number | null): string {
  if (one === null || other === null || other === 0) return '–';
  const value = one / other;
  return value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0);
}

export function growthTable(growths: readonly Growth[]): string {
  const rows = growths.map(({ name, seconds: { one, twice } }) => [
    name,
    one.toFixed(2),
    twice.toFixed(2),
    ratio(twice, one),
  ]);
  return table(['From', 's', 'twice as many, s', 'ratio'], rows);
}

export function memoryTable(memories: readonly Memory[]): string {
  const rows = memories.map(({ apps, seconds, peakMebibytes, reportMebibytes }) => [
    apps.toLocaleString('en'),
    seconds.toFixed(1),
    peakMebibytes.toFixed(0),
    reportMebibytes.toFixed(1),
  ]);
  return table(['Apps', 's', 'peak memory, MiB', 'report, MiB'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
