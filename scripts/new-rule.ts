import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFixture } from './new-rule/fixture.ts';
import { refusal } from './new-rule/refusal.ts';
import { isNameTaken, listingFiles, register } from './new-rule/register.ts';
import { ruleName } from './new-rule/rule-name.ts';
import { nameInSchemas } from './new-rule/schemas.ts';
import { ruleTemplate, testTemplate, wordsTemplate } from './new-rule/templates.ts';
import { projectRoot } from './project.ts';
import { checkout } from './rules/checkout.ts';
import { missingParts } from './rules/missing-parts.ts';
import { ruleFile, testFile, wordsFile } from './rules/rule-files.ts';
import { openSources } from './rules/rule-lists.ts';
import { readRuleSources } from './rules/rule-sources.ts';
import { schemaFiles } from './rules/schemas.ts';

const refused = refusal(process.argv.slice(2));
if (refused === null) makeRule(process.argv[2] ?? '');
else {
  console.error(refused);
  process.exitCode = 2;
}

function makeRule(id: string): void {
  const sources = openSources();
  const name = ruleName(id, (constant) => isNameTaken(sources, constant));
  const files = new Map([
    [ruleFile(id), ruleTemplate(name)],
    [wordsFile(id), wordsTemplate(name)],
    [testFile(id), testTemplate(name)],
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(`${projectRoot}${path}`), { recursive: true });
    writeFileSync(`${projectRoot}${path}`, text);
  }
  makeFixture(name);
  register(name, sources);
  nameInSchemas(id);
  run('npx', 'biome', 'check', '--write', ...files.keys(), ...listingFiles, ...schemaFiles);
  run('npm', 'run', '--silent', 'docs');
  tellWhatIsLeft(id);
}

function tellWhatIsLeft(id: string): void {
  console.log(`\n${id} is registered. Left for you:`);
  const rule = readRuleSources().find((source) => source.id === id);
  const missing = rule === undefined ? [] : missingParts(rule, checkout);
  for (const sentence of [`${ruleFile(id)} finds nothing yet.`, ...missing]) console.log(`- ${sentence}`);
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
}
