import type { Measure, Outcome } from './contests.ts';
import type { Memory } from './memory.ts';

/** Aims are of the full scale: on a smaller one, starting a program weighs more than its work. */
export function contestTable(outcomes: readonly Outcome[], aims: 'with-aims' | 'without-aims'): string {
  const seconds = ['ours, s', 'theirs, s', 'ratio', 'ours, processor s', 'theirs, processor s', 'ratio'];
  const rows = outcomes.flatMap(({ name, ours, rivals }) =>
    rivals.map(({ name: rival, aim, measure }) => [
      name,
      `\`${rival}\``,
      ...compared(ours.seconds, measure.seconds),
      ...compared(ours.cpu, measure.cpu),
      ...(aims === 'with-aims' ? [aimText(aim, ours.seconds / measure.seconds)] : []),
    ]),
  );
  return table(['Audit of', 'against', ...seconds, ...(aims === 'with-aims' ? ['aim'] : [])], rows);
}

function aimText(aim: number | null, reached: number): string {
  if (aim === null) return '–';
  return reached <= aim ? `≤ ${aim}` : `≤ ${aim}, **not reached**`;
}

export function growthTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ ours, twice }) => (twice === null ? [] : [grown(twice.name, ours, twice.measure)]));
  return table(['From', 's', 'twice, s', 'ratio', 'processor s', 'twice, processor s', 'ratio'], rows);
}

function grown(name: string, once: Measure, twice: Measure): readonly string[] {
  const [seconds, cpu] = [ratio(twice.seconds, once.seconds), ratio(twice.cpu, once.cpu)];
  return [
    name,
    inSeconds(once.seconds),
    inSeconds(twice.seconds),
    seconds,
    inSeconds(once.cpu),
    inSeconds(twice.cpu),
    cpu,
  ];
}

/** Both, and how many times the other the one is. */
function compared(one: number | null, other: number | null): readonly string[] {
  return [inSeconds(one), inSeconds(other), ratio(one, other)];
}

function inSeconds(seconds: number | null): string {
  return seconds === null ? '–' : seconds.toFixed(seconds < 10 ? 3 : 1);
}

function ratio(one: number | null, other: number | null): string {
  if (one === null || other === null || other === 0) return '–';
  const value = one / other;
  return value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0);
}

export function memoryTable(memories: readonly Memory[]): string {
  const rows = memories.map(({ apps, peakMebibytes, reportMebibytes }) => [
    apps.toLocaleString('en'),
    peakMebibytes.toFixed(0),
    reportMebibytes.toFixed(1),
  ]);
  return table(['Apps', 'peak memory, MiB', 'report, MiB'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
