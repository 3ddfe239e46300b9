import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type fc from 'fast-check';
import { readBaseline } from '../../../src/commands/baseline.ts';
import { readConfig } from '../../../src/commands/config.ts';
import { readRegisteredScopes } from '../../../src/commands/registered-scopes.ts';
import { readVaultSecrets } from '../../../src/commands/vault-secrets.ts';
import { WrongUse } from '../../../src/commands/wrong-use.ts';
import { en } from '../../../src/words/en.ts';
import { baselines, configs, scopeListings, vaultListings } from '../grammar/records.ts';
import { bytesOf, fileOf, onlyPath } from '../input/tree.ts';
import { encoded } from '../mutate/bytes.ts';
import { sampled } from '../mutate/sampled.ts';
import { jsonStructure } from '../mutate/structure.ts';
import { mutated } from '../mutate/text.ts';
import type { Target } from '../target.ts';

/** A file that the user names: read, or wrong use that says why. */
function givenFile(name: string, grammar: fc.Arbitrary<string>, read: (file: string) => unknown): Target {
  return {
    name,
    limitMs: 2_000,
    generate(random) {
      const text = sampled(grammar, random);
      const changed = random.chance(0.5) ? mutated(text, random, [sampled(grammar, random)], jsonStructure) : text;
      return new Map([[onlyPath, fileOf(encoded(changed, random))]]);
    },
    check(input) {
      const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-fuzz-'));
      try {
        const file = join(folder, 'given');
        writeFileSync(file, bytesOf(input));
        read(file);
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

export const givenFileTargets: readonly Target[] = [
  givenFile('config', configs, (file) => readConfig(file, en)),
  givenFile('baseline', baselines, (file) => readBaseline(file, en)),
  givenFile('vault-secrets', vaultListings, (file) => readVaultSecrets(file, en)),
  givenFile('registered-scopes', scopeListings, (file) => readRegisteredScopes(file, en)),
];
