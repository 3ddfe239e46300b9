import { type BuildResult, build } from 'esbuild';
import { projectRoot } from '../project.ts';

/** Copied beside the bundle, because WebAssembly is loaded as a file. */
export const wasmFiles = ['tree-sitter-c-sharp/tree-sitter-c_sharp.wasm', 'web-tree-sitter/web-tree-sitter.wasm'];

/** Everything that runs, in one folder: an installed package has no dependencies. */
export function bundle({ write }: { readonly write: boolean }): Promise<BuildResult<{ metafile: true }>> {
  return build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/cli/main.ts', 'src/index.ts'],
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // jsonc-parser's CommonJS build loads its parts in a way that no bundle can follow.
    mainFields: ['module', 'main'],
    // yaml has ES modules for browsers alone; its CommonJS asks for parts of Node that a bundle cannot give it.
    alias: { yaml: `${projectRoot}node_modules/yaml/browser/index.js` },
    legalComments: 'none',
    // Less to read at each start. Names stay, for the traces that people report.
    minifySyntax: true,
    minifyWhitespace: true,
    // The names of files stand in comments, and so in the hashes: where a link leads must not change the bytes.
    preserveSymlinks: true,
    logLevel: 'warning',
    metafile: true,
    write,
  });
}
