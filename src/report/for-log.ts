/**
 * A build server obeys what stands in its log: Azure Pipelines a command anywhere in a line, GitHub Actions one at its beginning,
 * white space aside. What came out of a file must not be one.
 */
export function forLog(text: string): string {
  return text.replace(/#(?=#(?:vso)?\[)/gi, '# ').replace(/^([^\S\n]*):(?=:)/gm, '$1: ');
}
