import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder outside any repo, so that no walk of this one is measured; gone afterwards. */
export function inWorkplace<T>(work: (workplace: string) => T): T {
  const workplace = mkdtempSync(join(tmpdir(), 'maskinflytt-bench-'));
  try {
    return work(workplace);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}
