import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { wasmFiles } from '../../scripts/package/bundle.ts';
import { projectRoot } from '../../scripts/project.ts';

/** What is trusted: the version that the lock file pins, and the bytes that stood in it. SECURITY.md shows them too. */
const trusted = {
  'tree-sitter-c-sharp': {
    version: '0.23.5',
    sha256: '6f69e1cae44e1c32c1eccc170dc5a9778fb94ff716f71113fe1f8c4299aa2f40',
  },
  'web-tree-sitter': {
    version: '0.27.1',
    sha256: 'beca80e44cccbf2299ed4d1e3fa6462a9a6fe818aeebf847547a392227ce4acc',
  },
};

test.each(Object.entries(trusted))(
  'the WebAssembly of %s is the one that was looked at',
  (name, { version, sha256 }) => {
    const file = wasmFiles.find((path) => path.startsWith(`${name}/`)) ?? '';
    const lock = JSON.parse(readFileSync(`${projectRoot}package-lock.json`, 'utf8'));
    // An update changes all of these together: read what changed in the grammar, then state the new ones here and in SECURITY.md.
    expect({
      locked: lock.packages[`node_modules/${name}`].version,
      installed: JSON.parse(readFileSync(`${projectRoot}node_modules/${name}/package.json`, 'utf8')).version,
      dependency: sha256Of(`node_modules/${file}`),
      shipped: sha256Of(`dist/${basename(file)}`),
    }).toEqual({ locked: version, installed: version, dependency: sha256, shipped: sha256 });
    expect(readFileSync(`${projectRoot}SECURITY.md`, 'utf8')).toContain(`${sha256}  dist/${basename(file)}`);
  },
);

test('no other WebAssembly is shipped', () => {
  expect(wasmFiles.map((file) => file.split('/')[0]).sort()).toEqual(Object.keys(trusted));
});

function sha256Of(path: string): string {
  return createHash('sha256')
    .update(readFileSync(`${projectRoot}${path}`))
    .digest('hex');
}
