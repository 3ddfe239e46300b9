import { basename, join, resolve } from 'node:path';
import { type FileChange, formatPatch } from '../files/patch.ts';
import { patchLineEnds } from '../migrate/git.ts';
import { commandLine, pathCommand } from '../report/command-line.ts';
import { printable } from '../report/display-width.ts';
import { painter } from '../report/style.ts';
import type { Phase } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import type { Output } from './choices.ts';
import type { Delivery, FixChoices, WriteDelivery } from './fix-choices.ts';
import type { RepoChanges } from './repo-changes.ts';
import { showsSecret } from './shows-secret.ts';
import { writeOutput } from './write-output.ts';
import { WrongUse } from './wrong-use.ts';

/** The patches, where they were asked for; returns what is to be said of them. */
export function handOver(
  repos: readonly RepoChanges[],
  phase: Phase,
  delivery: Exclude<Delivery, WriteDelivery>,
  choices: FixChoices,
  output: Output,
): readonly string[] {
  const { words } = choices;
  const patches = repos.map((repo) => ({ root: repo.root, text: patchOf(repo, delivery.reverse, words) }));
  if (delivery.kind === 'folder') {
    const names = patchNames(patches.map(({ root }) => root));
    return patches.flatMap(({ root, text }, index) =>
      save(join(delivery.folder, `${names[index]}.patch`), root, text, words),
    );
  }
  const [only, ...others] = patches;
  if (only === undefined) return [];
  if (others.length > 0) throw new WrongUse(words.fix.severalRoots(patches.length));
  if (delivery.kind === 'file') return save(delivery.file, only.root, only.text, words);
  // Whatever `--color` says: in a pipe or a file, a coloured patch is none.
  output.data(output.isTerminal ? forPerson(only.text, choices.color) : only.text);
  // What was answered one by one cannot be had again by a command.
  return choices.confirm === null ? [words.fix.howToApply(pipedInto(only.root, phase, choices))] : [];
}

function pipedInto(root: string, phase: Phase, { fixes, delivery, passedOn, paths }: FixChoices): string {
  const tier = fixes === 'safe' ? ['--fixes', 'safe'] : [];
  const reverse = delivery.kind !== 'write' && delivery.reverse ? ['--reverse'] : [];
  return `${pathCommand('fix', ['--phase', phase, ...tier, ...passedOn, ...reverse], paths)} | ${applying(root, null)}`;
}

function save(file: string, root: string, text: string, words: Words): readonly string[] {
  writeOutput(file, [text], words);
  return [words.fix.savedPatch(file), words.fix.howToApply(applying(root, file))];
}

/** `git -C` changes folder before it looks for the patch. */
function applying(root: string, file: string | null): string {
  const isHere = root === process.cwd();
  const where = isHere ? [] : ['-C', root];
  const what = file === null ? [] : [isHere ? file : resolve(file)];
  return commandLine(['git', ...where, 'apply', ...what]);
}

/** By the folder; several of one name are told apart by a number that no other has. */
function patchNames(roots: readonly string[]): readonly string[] {
  const own = roots.map((root) => basename(root));
  const taken: string[] = [];
  for (const name of own) {
    let unique = name;
    for (let number = 2; taken.includes(unique) || (unique !== name && own.includes(unique)); number++) {
      unique = `${name}-${number}`;
    }
    taken.push(unique);
  }
  return taken;
}

function patchOf({ root, isGit, changes }: RepoChanges, reverse: boolean, words: Words): string {
  const paths = changes.map(({ path }) => path);
  const lineEnds = isGit ? patchLineEnds(root, paths) : null;
  const known = lineEnds?.kind === 'answer' ? lineEnds.value : null;
  const whole: FileChange[] = changes.map((change) => ({ ...change, lineEnds: known?.get(change.path) ?? 'as-is' }));
  const telling = whole.find(showsSecret);
  if (telling !== undefined) throw new WrongUse(words.fix.secretInPatch(telling.path));
  return formatPatch(whole, { reverse });
}

/** Made harmless first: what a file holds could speak to the terminal too. */
function forPerson(patchText: string, color: boolean): string {
  const paint = painter(color);
  const paintLine = (line: string) => {
    if (line.startsWith('+')) return paint('green', line);
    if (line.startsWith('-')) return paint('red', line);
    return line.startsWith('@@') || line.startsWith('#') ? paint('cyan', line) : line;
  };
  return printable(patchText).split('\n').map(paintLine).join('\n');
}
