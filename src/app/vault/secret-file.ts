import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { mountedSecret } from './secret-mounts.ts';

/** Where the app's repo names the mounted secret, besides the items of the deployment that mount it. */
export function secretFileMentions({ workspace, location, secretMounts }: App): readonly FileRange[] {
  const prefix = location.path === '.' ? '' : `${location.path}/`;
  const candidates = workspace.files.filter((file) => file.startsWith(prefix) && !/\.(md|txt|html?)$/i.test(file));
  const items = [...secretMounts.mounts, ...secretMounts.volumes];
  return workspace.filesWithAny([mountedSecret], candidates).flatMap((file): readonly FileRange[] => {
    const read = workspace.read(file);
    if (read.kind !== 'text') return [{ file, start: 0, end: 0 }];
    const { text } = read.source;
    const places = [...text.matchAll(new RegExp(mountedSecret, 'g'))].map(({ index }) => index);
    const isItem = (index: number) =>
      items.some((item) => item.file === file && item.start <= index && index < item.end);
    return places
      .filter((index) => !isItem(index) && !isInComment(text, index, file))
      .map((start) => ({ file, start, end: start + mountedSecret.length }));
  });
}

/** On a line that is one. */
function isInComment(text: string, index: number, file: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index).trimStart();
  return line.startsWith(/\.ya?ml$|dockerfile$/i.test(file) ? '#' : '//');
}
