import { expect, test } from 'vitest';
import { standstill } from './standstill.ts';

// biome-ignore lint/suspicious/noExplicitAny: of what vitest tells, a name is all that is looked at
const file = (moduleId: string): any => ({ moduleId });

test('a test file is said to stand still once it has shown no sign of life for longer than the limit', () => {
  let time = 0;
  const { reporter, silent } = standstill(10, () => time);
  expect(silent(1000)).toEqual([]);
  reporter.onTestModuleQueued?.(file('a'));
  reporter.onTestModuleQueued?.(file('b'));
  expect(silent(10)).toEqual([]);
  expect(silent(11)).toEqual(['a', 'b']);
  time = 8;
  reporter.onTestModuleStart?.(file('a'));
  // biome-ignore lint/suspicious/noExplicitAny: of what vitest tells, a name is all that is looked at
  reporter.onTestCaseResult?.({ module: file('b') } as any);
  expect(silent(18)).toEqual([]);
  reporter.onTestModuleEnd?.(file('b'));
  expect(silent(19)).toEqual(['a']);
  reporter.onTestModuleEnd?.(file('a'));
  expect(silent(1000)).toEqual([]);
});
