import ignore, { type Ignore } from 'ignore';

/** What `.gitignore` files say about paths below one folder, the deepest file last; null when none says anything. */
export type IgnoreRules = Ignore | null;

export interface IgnoreFile {
  /** The folder it speaks about, relative to the folder the rules are about; '' for that folder itself. */
  readonly folder: string;
  readonly text: string;
}

/** More `**` than anyone writes by hand makes matching a long path take seconds. */
const maxGlobstars = 3;
/** No path has a longer name in it, and a pattern of some thousand characters makes no regular expression any more. */
const longestPattern = 1_000;

/**
 * git's own answer depends on the machine for upper and lower case; ours must not. `ignore` remembers every path it was
 * asked about, hence a new set for each use.
 */
const newRules = () => ignore({ ignorecase: false, allowRelativePaths: true });

/** Repos tend to have the same few ignore files, and compiling one costs more than walking a small repo. */
const compiled = new Map<string, Ignore>();
const maxCompiled = 100;

/** The rules of one file, about paths relative to its own folder. */
export function rulesIn(text: string): IgnoreRules {
  const patterns = linesOf(text).filter(isCheap);
  if (patterns.length === 0) return null;
  const rules = compiled.get(text) ?? newRules().add(patterns);
  if (compiled.size >= maxCompiled) compiled.clear();
  compiled.set(text, rules);
  return newRules().add(rules);
}

/** `rules` and, after them, those of a file deeper down. */
export function addIgnoreFile(rules: IgnoreRules, file: IgnoreFile): IgnoreRules {
  const patterns = linesOf(file.text)
    .filter(isCheap)
    .map((line) => below(file.folder, line));
  const above = newRules();
  return (rules === null ? above : above.add(rules)).add(patterns);
}

/** Folders end in `/`. */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  return rules?.ignores(path) ?? false;
}

/** Patterns that are too costly to match, and so are left out. */
export function costlyPatterns(text: string): readonly string[] {
  return linesOf(text).filter((line) => !isCheap(line));
}

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  // A lone `!` or `/` means nothing, but would once there is a folder before it.
  return lines.filter((line) => !line.startsWith('#') && !/^!?[/ ]*$/.test(line));
}

function isCheap(line: string): boolean {
  return line.length <= longestPattern && line.split('**').length - 1 <= maxGlobstars;
}

/**
 * The same pattern as it would stand in the top folder. One list for all levels, because git lets the last match
 * decide: a deeper file may take back what a higher one ignores, and that holds for everything below too.
 */
function below(folder: string, line: string): string {
  if (folder === '') return line;
  const negation = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(negation.length);
  const isAnchored = /\/(?! *$)/.test(pattern);
  const prefix = folder.replace(/[\\*?[\]!# ]/g, '\\$&');
  return isAnchored ? `${negation}/${prefix}/${pattern.replace(/^\//, '')}` : `${negation}/${prefix}/**/${pattern}`;
}
