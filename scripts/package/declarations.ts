import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../project.ts';

const folder = `${projectRoot}dist/types`;

/** The types of what `src/index.ts` exports, and of nothing else that tsc writes on the way. */
export function writeDeclarations(): void {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.types.json'], { cwd: projectRoot, stdio: 'inherit' });
  const reached = reachedFrom('index.d.ts');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts') && !reached.has(file.replaceAll('\\', '/'))) rmSync(`${folder}/${file}`);
  }
}

function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(`${folder}/${file}`, 'utf8')).importedFiles) {
    if (!fileName.startsWith('.')) continue;
    reachedFrom(posix.join(posix.dirname(file), fileName.replace(/\.ts$/, '.d.ts')), reached);
  }
  return reached;
}
