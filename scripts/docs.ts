import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate, leftOver, outdated } from './docs/generated.ts';
import { projectRoot } from './project.ts';

const generated = await generate();
const changes = outdated(generated);

if (process.argv.includes('--check')) {
  for (const path of changes) console.error(`${path} is not what \`npm run docs\` writes.`);
  process.exitCode = changes.length === 0 ? 0 : 1;
} else {
  for (const path of leftOver(generated)) rmSync(`${projectRoot}${path}`);
  for (const [path, text] of generated) {
    if (!changes.includes(path)) continue;
    mkdirSync(dirname(`${projectRoot}${path}`), { recursive: true });
    writeFileSync(`${projectRoot}${path}`, text);
  }
  for (const path of changes) console.log(path);
}
