import { projectRoot } from '../scripts/project.ts';
import type { Program } from './program.ts';

const launcher = `${projectRoot}bin/maskinflytt.js`;

export interface Expected {
  readonly apps: number;
  readonly findings: number;
}

export function audit(path: string, expected: Expected): Program {
  const args = [launcher, 'audit', '--format', 'json', '--fail-on', 'never', path];
  return { ...node('audit', args), isRight: (stdout, status) => status === 0 && holds(stdout, expected) };
}

export function fix(path: string): Program {
  return {
    ...node('fix', [launcher, 'fix', path]),
    isRight: (stdout, status) => status === 0 && stdout.includes('diff --git '),
  };
}

export function help(): Program {
  return {
    ...node('--help', [launcher, '--help']),
    isRight: (stdout, status) => status === 0 && stdout.includes('maskinflytt <command>'),
  };
}

export function emptyNode(): Program {
  return { ...node('node -e 0', ['-e', '0']), isRight: (_, status) => status === 0 };
}

function node(name: string, args: readonly string[]) {
  return { name, command: process.execPath, args };
}

/** A quick way to be wrong is to find less. */
function holds(report: string, expected: Expected): boolean {
  const { apps }: { readonly apps: readonly { readonly findings: readonly unknown[] }[] } = JSON.parse(report);
  const findings = apps.reduce((sum, app) => sum + app.findings.length, 0);
  return apps.length === expected.apps && findings >= expected.findings;
}
