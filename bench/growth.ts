import { join } from 'node:path';
import { fleetAt, mixed } from './apps.ts';
import type { Scale } from './contests.ts';
import { audit } from './ours.ts';
import { run } from './program.ts';
import { treeAt } from './tree.ts';

export interface Growth {
  readonly name: string;
  readonly seconds: { readonly one: number; readonly twice: number };
}

/** What twice as much takes, of the processor where the system tells, else by the clock. */
export function growthIn(workplace: string, { files, apps }: Scale, rounds: number): readonly Growth[] {
  const makers = [
    { name: 'C# files in an app', size: files, make: treeAt, apps: () => 1 },
    {
      name: 'apps',
      size: apps,
      make: (folder: string, size: number) => fleetAt(folder, size, mixed),
      apps: (size: number) => size,
    },
  ];
  return makers.map((maker, index) => {
    const fastest = (size: number) => {
      const folder = maker.make(join(workplace, `growth-${index}-${size}`), size);
      const program = audit(folder, { apps: maker.apps(size), findings: 1 });
      return Math.min(...Array.from({ length: rounds }, () => run(program)).map(({ cpu, seconds }) => cpu ?? seconds));
    };
    const { name, size } = maker;
    return {
      name: `${size.toLocaleString('en')} to ${(2 * size).toLocaleString('en')} ${name}`,
      seconds: { one: fastest(size), twice: fastest(2 * size) },
    };
  });
}
