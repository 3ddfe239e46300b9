import { execFile } from 'node:child_process';
import { projectRoot } from '../project.ts';
import { block } from './markdown.ts';

/** The part of the README that shows what its first command prints. */
export interface QuickStart {
  /** As a newcomer pastes it: install, build, run. */
  readonly command: string;
  /** With its fences. */
  readonly shown: string;
}

const section = /^## Quick start$[\s\S]*?^```sh\n(?<command>.+)\n```$[\s\S]*?(?<shown>^```text\n[\s\S]*?^```$)/m;

export function readQuickStart(readme: string): QuickStart {
  const { command, shown } = readme.match(section)?.groups ?? {};
  if (command === undefined || shown === undefined) {
    throw new Error('README.md needs "## Quick start" with a sh block of one line and a text block with its output.');
  }
  return { command, shown };
}

/** The same README with what the command prints today. */
export async function refreshQuickStart(readme: string): Promise<string> {
  const { command, shown } = readQuickStart(readme);
  const output = block('text', await outputOf(command));
  return readme.replace(shown, () => output);
}

/** The checklist of the app that the README audits. */
export async function checklistOf(readme: string): Promise<string> {
  return outputOf(readQuickStart(readme).command.replace(' audit ', ' checklist '));
}

/** Runs the last part of the command, as in a plain terminal: the rest of it has been done by whoever gets here. */
function outputOf(command: string): Promise<string> {
  const [program = '', ...args] = command.split(' && ').at(-1)?.split(' ') ?? [];
  if (program !== 'node') throw new Error(`README.md: "${command}" does not end with a call of node.`);
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: projectRoot, env }, (error, stdout) => {
      if (error === null || error.code === 1) resolve(stdout);
      else reject(error);
    });
  });
}
