import { projects } from './grammar/projects.ts';
import { records } from './grammar/records.ts';
import { compose, dockerfile, launchSettings, pipeline, script } from './grammar/variables.ts';
import { sampled } from './mutate/sampled.ts';
import { commandLineTarget } from './readers/command-line.ts';
import { commentsTarget } from './readers/comments.ts';
import { csharpTarget } from './readers/csharp.ts';
import { decodeTarget } from './readers/decode.ts';
import { gitignoreTarget } from './readers/gitignore.ts';
import { givenFileTargets } from './readers/given-file.ts';
import { jsonTarget } from './readers/json.ts';
import { versionRangeTarget } from './readers/version-range.ts';
import { xmlTarget } from './readers/xml.ts';
import { yamlTarget } from './readers/yaml.ts';
import type { Target } from './target.ts';
import { appTarget } from './whole/app.ts';
import { projectsTarget } from './whole/projects.ts';
import { repoTarget } from './whole/repo.ts';

/** Everything that is under fire, from one reader to the whole tool. */
export const targets: readonly Target[] = [
  decodeTarget,
  jsonTarget,
  xmlTarget,
  yamlTarget,
  csharpTarget,
  gitignoreTarget,
  versionRangeTarget,
  commandLineTarget,
  commentsTarget,
  ...givenFileTargets,
  appTarget('program', /\.cs$/),
  appTarget('settings', /appsettings[^/]*\.json$/),
  appTarget('project', /\.(csproj|props|targets)$/),
  projectsTarget('projects', projects),
  appTarget('policy', /policy\.xml$/),
  appTarget('process', /\.bpmn$/),
  appTarget('metadata', /applicationmetadata\.json$/),
  appTarget('deployment', /\.ya?ml$/),
  appTarget('launch-settings', /launchSettings\.json$/, { 'App/Properties/launchSettings.json': launchSettings }),
  appTarget('variables', /Dockerfile$|compose\.yml$|pipelines\.yml$/, {
    Dockerfile: dockerfile,
    'docker-compose.yml': compose,
    'azure-pipelines.yml': pipeline,
  }),
  appTarget('scripts', /\.(sh|md)$/, { 'scripts/keys.sh': script, 'README.md': script }),
  appTarget('record', /maskinflytt\.migration\.json$/, {
    'maskinflytt.migration.json': (random) => sampled(records, random),
  }),
  appTarget('app', /./),
  repoTarget,
];
