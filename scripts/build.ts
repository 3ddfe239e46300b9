import { copyFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { bundle, wasmFiles } from './package/bundle.ts';
import { projectRoot } from './project.ts';

rmSync(`${projectRoot}dist`, { recursive: true, force: true });
await bundle({ write: true });
for (const wasm of wasmFiles)
  copyFileSync(`${projectRoot}node_modules/${wasm}`, `${projectRoot}dist/${basename(wasm)}`);
// They take seconds and are read by other projects only, so they are made for a package.
if (process.argv.includes('--types')) (await import('./package/declarations.ts')).writeDeclarations();
