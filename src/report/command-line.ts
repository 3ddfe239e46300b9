/** Arguments as a person can paste them into a shell. */
export function commandLine(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command about the same paths as this one; the current folder goes without saying. */
export function pathCommand(command: string, options: readonly string[], paths: readonly string[]): string {
  const given = paths.length === 1 && paths[0] === '.' ? [] : paths;
  const end = given.some((path) => path.startsWith('-')) ? ['--'] : [];
  return commandLine(['maskinflytt', command, ...options, ...end, ...given]);
}
