import { describe, expect, test } from 'vitest';
import { skippedBesideApps } from '../../src/app/unread.ts';
import type { Skipped } from '../../src/files/walk.ts';

describe('what the walk left out beside every app is told', () => {
  test.each<[Skipped['reason'], boolean]>([
    ['too-many-files', true],
    ['too-deep', true],
    ['unreadable', true],
    ['costly-ignore-pattern', true],
    ['outside-root', false],
    ['broken-symlink', false],
    ['symlinked-folder', false],
  ])('%s: %s', (reason, isTold) => {
    const told = skippedBesideApps([{ path: 'docs/old', reason }], ['src/App']);
    const at = { file: 'docs/old', start: 0, end: 0 };
    expect(told).toEqual(isTold ? [{ reason: { code: reason }, essential: false, at }] : []);
  });

  test('unless it lies in one of the apps, which then tells it', () => {
    const skipped: readonly Skipped[] = ['a/App/big', 'b/App', 'b/App/..old', 'b/Apparatus/big', 'docs'].map((path) => {
      return { path, reason: 'too-deep' };
    });
    const told = skippedBesideApps(skipped, ['a/App', 'b/App']).map(({ at }) => at.file);
    expect(told).toEqual(['b/Apparatus/big', 'docs']);
    expect(skippedBesideApps(skipped, []).length).toBe(5);
  });
});
