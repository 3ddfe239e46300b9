import type { App } from '../app/app.ts';
import type { FileRange } from '../location.ts';
import type { Finding } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import { clean } from './clean.ts';
import { locationOf } from './location-of.ts';
import { wrap } from './style.ts';

interface View {
  readonly words: Words;
  readonly width: number;
}

/** How the version and the packages were found. */
export function provenanceOfApp({ versions, projects }: App, { words, width }: View): readonly string[] {
  const { terminal } = words;
  const { declared, source, packages } = versions;
  return [
    ...(source === null ? [] : [terminal.versionFrom(declared, source)]),
    ...packages.map(({ id, version, how, source }) => terminal.package(id, version, how, source)),
    ...projects.flatMap(({ userSecretsId, file, distance }) =>
      userSecretsId === null || distance > 0 ? [] : [terminal.userSecrets(userSecretsId, file)],
    ),
  ].map((line) => wrap(clean(line), width, '    ', '  '));
}

/** Where a path's value was read through. */
export function provenanceOfFinding(app: App, finding: Finding, { words, width }: View): readonly string[] {
  const { terminal } = words;
  const via = readThrough(app, finding).map((at) => {
    const { file, line, column } = locationOf(app, at);
    return `${file}:${line}:${column}`;
  });
  const texts = via.length === 0 ? [] : [terminal.readThrough(via.join(', '))];
  return texts.map((line) => wrap(clean(line), width, '    ', '  '));
}

function readThrough(app: App, { subject }: Finding): readonly FileRange[] {
  const found = app.configurations.find(
    ({ call }) => call.file === subject.file && call.start === subject.start && call.end === subject.end,
  );
  return found?.settings.kind === 'path' && found.settings.path.kind === 'known' ? found.settings.path.via : [];
}
