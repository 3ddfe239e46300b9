import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';
import { runIn } from './project-copy.ts';

const seconds = 1_000;
const commands = { fuzz: 'test/fuzz/run.ts', mutate: 'scripts/mutate.ts', bench: 'bench/run.ts' };
const run = (command: keyof typeof commands, asked: string) =>
  runIn(projectRoot, `${process.execPath} --import tsx ${commands[command]} ${asked}`);

describe('a command for contributors', () => {
  test.each(['fuzz', 'mutate', 'bench'] as const)(
    '%s tells how it is used',
    async (command) => {
      const { code, stdout, stderr } = await run(command, '--help');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^npm run ${command} -- \\[`));
    },
    120 * seconds,
  );

  test.each([
    ['fuzz', '--nosuch', "Unknown option '--nosuch'"],
    ['fuzz', '--minutes abc', "--minutes takes a number above 0, not 'abc'"],
    ['fuzz', '--only json,nosuch', "--only takes decode, json, .*, not 'nosuch'"],
    ['fuzz', '--growth --only nosuch', "--only takes words of .*, not 'nosuch'"],
    ['mutate', '--nosuch', "Unknown option '--nosuch'"],
    ['mutate', '--jobs 0', "--jobs takes a whole number from 1 on, not '0'"],
    ['mutate', 'src/nosuch', 'nothing is changed in src/nosuch'],
    ['bench', '--nosuch', "Unknown option '--nosuch'"],
    ['bench', '--rounds 1.5', "--rounds takes a whole number from 1 on, not '1.5'"],
    ['bench', '--scale 0', "--scale takes a number above 0, not '0'"],
  ] as const)(
    '%s %s is wrong use: a line and 2',
    async (command, asked, line) => {
      const { code, stdout, stderr } = await run(command, asked);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${line}; --help tells what can be asked\\n$`));
    },
    120 * seconds,
  );
});
