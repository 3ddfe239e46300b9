import type { Workspace } from '../../files/workspace.ts';
import type { FileRange, Range } from '../../location.ts';
import type { JsonNode } from '../../syntax/json/document.ts';
import { parseJson } from '../../syntax/json/parse.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { isDefaultSection, isIdentityKey } from './section.ts';
import { isSettingsFilePath } from './settings-file-path.ts';
import { type VariableFile, type VariablePlace, variableFiles } from './variable-files.ts';

/** A setting that an environment variable carries: `MaskinportenSettings__ClientId`. Never its value. */
export interface EnvironmentVariable {
  readonly file: string;
  /** Its name. */
  readonly at: FileRange;
  /** `a:MaskinportenSettings`, as the configuration names it; empty for a setting of no section. */
  readonly section: string;
  /** As written; of a key within a key, with all of its parts: `Jwk:kid`. */
  readonly key: string;
  readonly where: VariablePlace;
}

/** Every name that sets a key of some section, whoever reads that, or the path of the provisioned file. */
export function readEnvironmentVariables(workspace: Workspace, location: AppLocation): readonly EnvironmentVariable[] {
  return variableFiles(workspace, location).flatMap((file) =>
    namesIn(file).flatMap(({ name, start }): readonly EnvironmentVariable[] => {
      const setting = settingOf(name);
      if (setting === null) return [];
      const at = { file: file.file, start, end: start + name.length };
      return [{ file: file.file, at, ...setting, where: file.where }];
    }),
  );
}

/** Those of Maskinporten: of sections that are called so, and of those that the app binds. */
export function maskinportenVariables(
  variables: readonly EnvironmentVariable[],
  bound: readonly string[],
): readonly EnvironmentVariable[] {
  const sections = new Set(bound.map((section) => section.toLowerCase()));
  return variables.filter(
    ({ section }) => section === '' || namedSection.test(section) || sections.has(section.toLowerCase()),
  );
}

/** Whether a deployed app may have it; what a pipeline sets may or may not reach the app. */
export function isDeployed({ where }: EnvironmentVariable): boolean {
  return where !== 'launch-settings';
}

/** Keys of the default section that a deployment sets: they win over what Studio provisions. */
export interface EnvironmentSettings {
  readonly file: string;
  /** As written, without the section. */
  readonly keys: readonly string[];
}

export function environmentSettingsIn({
  environmentVariables,
}: {
  readonly environmentVariables: readonly EnvironmentVariable[];
}): readonly EnvironmentSettings[] {
  const own = environmentVariables.filter(
    (one) => isDeployed(one) && isDefaultSection(one.section) && isIdentityKey(nameOfKey(one)),
  );
  return [...new Set(own.map(({ file }) => file))].map((file) => ({
    file,
    keys: [...new Set(own.filter((one) => one.file === file).map(({ key }) => key))],
  }));
}

/** Without the parts of a key that is spread over several variables: of `Jwk:kid` the `Jwk`. */
export function nameOfKey({ key }: EnvironmentVariable): string {
  return key.split(':')[0] ?? '';
}

const namedSection = /(?:^|:)[^:]*MaskinportenSettings$/i;

/** `A__B__C` and `A:B:C` are one path; a key below a section that is called so may have parts itself. */
function settingOf(name: string): Pick<EnvironmentVariable, 'section' | 'key'> | null {
  if (isSettingsFilePath(name)) return { section: '', key: name };
  const parts = name.replaceAll('__', ':').split(':');
  if (parts.length < 2 || parts.includes('')) return null;
  const named = parts.findIndex((part) => namedSection.test(part));
  const length = named === -1 || named === parts.length - 1 ? parts.length - 1 : named + 1;
  return { section: parts.slice(0, length).join(':'), key: parts.slice(length).join(':') };
}

interface Name {
  readonly name: string;
  readonly start: number;
}

function namesIn({ text, where }: VariableFile): readonly Name[] {
  return where === 'launch-settings' ? launchVariables(text) : variablesInText(text, where);
}

/** The keys of each profile's `environmentVariables`. */
function launchVariables(text: string): readonly Name[] {
  const parsed = parseJson(text);
  return parsed.kind === 'document' ? variablesBelow(parsed.document.root) : [];
}

function variablesBelow(node: JsonNode): readonly Name[] {
  if (node.kind !== 'object') return [];
  return node.properties.flatMap(({ key, value }) => {
    if (key.toLowerCase() !== 'environmentvariables' || value.kind !== 'object') return variablesBelow(value);
    return value.properties.map((one) => ({ name: one.key, start: one.keyRange.start + 1 }));
  });
}

const word = /(?<![\w:.-])[\w:-]{3,400}/g;

/** However the file says it: as a key, as the value of `name`, with `=`, in a script. Not in comments, and not where it is only read. */
function variablesInText(text: string, where: VariablePlace): readonly Name[] {
  return linesOf(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const said = line.slice(0, commentIn(line, where));
    if (where === 'dockerfile' && /^\s*ARG\b/i.test(said)) return [];
    return [...said.matchAll(word)].flatMap(({ 0: found, index }) => {
      const isPowerShell = /^env:/i.test(found) && said[index - 1] === '$';
      const cut = isPowerShell ? 'env:'.length : 0;
      const name = found.slice(cut).replace(/:+$/, '');
      const isSet = isPowerShell ? /^\s*=/.test(said.slice(index + found.length)) : !isRead(said, index);
      return isSet && !name.startsWith('-') ? [{ name, start: start + index + cut }] : [];
    });
  });
}

/** `$X`, `${X}`, `$(X)`, `%X%` and `variables['X']` have the value of another variable. A line may be very long. */
function isRead(line: string, index: number): boolean {
  const before = line.slice(Math.max(0, index - 20), index);
  return /(?:\$[({]?\s*|%|\w\[["'])$/.test(before);
}

function linesOf(text: string): readonly Range[] {
  return [...text.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** Where a comment begins; in a Dockerfile only a whole line is one. */
function commentIn(line: string, where: VariablePlace): number {
  if (line.trimStart().startsWith('#')) return 0;
  if (where === 'dockerfile') return line.length;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    const before = line.charAt(at - 1);
    if (letter === quote) quote = '';
    else if (quote === '' && /["']/.test(letter) && /[\s:,=[{(]|^$/.test(before)) quote = letter;
    else if (quote === '' && letter === '#' && /\s/.test(before)) return at;
  }
  return line.length;
}
