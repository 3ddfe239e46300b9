import { seedTrees } from '../input/seeds.ts';
import { bytesOf, fileOf, type Tree } from '../input/tree.ts';
import { demand, type Target } from '../target.ts';
import { mutatedFile } from './app.ts';
import { laid, leaks } from './canary-marks.ts';
import { choicesFor } from './choices.ts';
import { audited, fixed } from './commands-run.ts';
import { withMischief } from './mischief.ts';
import { bytesBelow, git, isCommitted, onDisk } from './on-disk.ts';
import { demandReport } from './report-schema.ts';
import { termsOf, withTerms } from './terms.ts';

/** `audit` and `fix` as they are run, over a folder on disk that someone has been at. */
export const repoTarget: Target = {
  name: 'repo',
  limitMs: 20_000,
  generate(random) {
    const base = random.among([...seedTrees().values()]) ?? new Map();
    const tree = withTerms(random.chance(0.8) ? withMischief(base, random) : base, random);
    const paths = [...tree].flatMap(([path, { kind }]) => (kind === 'file' && !path.includes('.git') ? [path] : []));
    const path = random.among(paths);
    if (path === undefined || random.chance(0.4)) return tree;
    return new Map([
      ...tree,
      [path, fileOf(mutatedFile(bytesOf(tree, path).toString('utf8'), path, endingOf(path), random))],
    ]);
  },
  check: (input) => onDisk(laid(input), (root) => demandOnDisk(root, input)),
};

function endingOf(path: string): RegExp {
  return new RegExp(`${(/\.\w+$/.exec(path)?.[0] ?? '').replace('.', '\\.')}$`);
}

async function demandOnDisk(root: string, input: Tree): Promise<void> {
  const { lang, target, phases } = termsOf(input);
  const choices = choicesFor([root], lang, target);
  // A patch speaks from the root of its own repo, which may lie further down.
  const isGit =
    !holdsGit(input) && isCommitted(root) && ![...input.keys()].some((path) => path.split('/').includes('.git'));
  const report = await audited(root, choices);
  const again = await audited(root, choices);
  demand(report.data === again.data && report.talk === again.talk, 'the same repo has the same report twice');
  if (report.code !== 2) demandReport(report.data);
  const said: string[] = [report.data, report.talk];
  for (const phase of phases) {
    const { code, data: patch, talk } = await fixed(choices, phase, { kind: 'print', reverse: false });
    said.push(patch, talk);
    demand(code === 0 || code === 2, 'fix ends with 0 or 2');
    if (patch !== '' && isGit)
      await demandPatch(root, patch, () => fixed(choices, phase, { kind: 'print', reverse: false }));
    if (patch !== '' && isGit) {
      const written = await fixed(choices, phase, { kind: 'write', commit: false, allowDirty: true });
      demand(written.code === 0, `what can be printed can be written: ${written.talk}`);
      const after = bytesBelow(root);
      git(root, ['checkout', '--quiet', '--', '.']);
      git(root, ['clean', '--quiet', '-fd']);
      git(root, ['apply', '-'], patch);
      demand(isSame(after, bytesBelow(root)), 'what is written is what the patch makes');
      git(root, ['checkout', '--quiet', '--', '.']);
      git(root, ['clean', '--quiet', '-fd']);
    }
  }
  const [leak] = leaks(said.join('\n'));
  demand(leak === undefined, `no secret shows: ${leak?.slice(0, 40)}`);
}

async function demandPatch(root: string, patch: string, fixAgain: () => ReturnType<typeof fixed>): Promise<void> {
  const before = bytesBelow(root);
  git(root, ['apply', '--check', '-'], patch);
  git(root, ['apply', '-'], patch);
  const next = await fixAgain();
  demand(next.data === '', 'a second run has no patch');
  git(root, ['apply', '-R', '-'], patch);
  demand(isSame(before, bytesBelow(root)), 'the patch taken back leaves what was there');
}

/** git itself waits for ever for a pipe in place of what it reads. */
function holdsGit(input: Tree): boolean {
  return [...input].some(([path, { kind }]) => kind === 'fifo' && /(^|\/)\.git(ignore|attributes)$/.test(path));
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, bytes]) => other.get(path) === bytes);
}
