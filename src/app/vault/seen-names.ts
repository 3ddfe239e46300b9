import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { isBelow } from '../msbuild/paths.ts';
import { isDefaultSection } from '../settings/section.ts';
import { maskinportenSectionOf, secretOf } from './name-parts.ts';

/** The name of a secret of Maskinporten settings, where the repo writes it out. */
export interface SeenName {
  readonly name: string;
  readonly section: string;
  readonly at: FileRange;
}

/** Scripts, pipelines, infrastructure as code, and texts for people. */
const tellingFiles = /\.(?:sh|bash|zsh|ps1|psm1|cmd|bat|py|ya?ml|bicep|bicepparam|tf|tfvars|md|mdx|txt)$/i;
const nameInText = /(?<![\w$}\])-])[0-9A-Za-z](?:[0-9A-Za-z-]{0,125}[0-9A-Za-z])?(?![\w-]|\$?[{[(])/g;

/** Those of the sections given, and of any that is called `MaskinportenSettings`: only what the bytes of a file hold is read. */
export function seenNames(
  { workspace, sources, location }: Pick<App, 'workspace' | 'sources' | 'location'>,
  sections: readonly string[],
): readonly SeenName[] {
  const words = [
    ...['MaskinportenSettings', 'MaskinPortenSettings', 'maskinportensettings', 'maskinportenSettings'],
    ...sections.map(secretOf),
  ].map((section) => `${section}--`);
  const texts = workspace.files.filter((file) => tellingFiles.test(file) && concerns(location, file));
  return [
    ...workspace.filesWithAny(words, texts).flatMap((file) => {
      const names = namesIn(file, () => true);
      return isShared(location, file) ? names.filter(({ section }) => isOneOf(sections, section)) : names;
    }),
    ...workspace.filesWithAny(words, sources.paths).flatMap((file) => namesIn(file, isQuoted)),
  ];

  function namesIn(file: string, isMeant: (text: string, start: number, end: number) => boolean): readonly SeenName[] {
    const read = workspace.read(file);
    if (read.kind !== 'text') return [];
    const { text } = read.source;
    return [...text.matchAll(nameInText)].flatMap(({ 0: name, index }) => {
      const section = name.includes('--') ? maskinportenSectionOf(name, sections) : null;
      const end = index + name.length;
      return section === null || !isMeant(text, index, end) ? [] : [{ name, section, at: { file, start: index, end } }];
    });
  }
}

/** In C# a name stands in a text by itself; in a comment it tells nothing of what runs. */
function isQuoted(text: string, start: number, end: number): boolean {
  return text[start - 1] === '"' && text[end] === '"';
}

/** Of a file that several apps have in common, only what names a section of the app's own tells for which of them it is. */
function isShared({ path, neighbours }: AppLocation, file: string): boolean {
  return neighbours.length > 0 && !isBelow(file, path);
}

function isOneOf(sections: readonly string[], section: string): boolean {
  return !isDefaultSection(section) && sections.some((one) => one.toLowerCase() === section.toLowerCase());
}

/** Whatever the repo's apps have in common concerns each of them, and not what stands in another app's own folder. */
function concerns({ path, neighbours }: AppLocation, file: string): boolean {
  return !neighbours.some((folder) => isBelow(file, folder) && !isBelow(path, folder));
}
