import { expect, test } from 'vitest';
import { forLog } from '../../src/report/for-log.ts';

test.each([
  ['##vso[task.setvariable variable=PATH]/evil', '# #vso[task.setvariable variable=PATH]/evil'],
  ['App/a.json:1: until ##VSO[x]y and ##[error]z', 'App/a.json:1: until # #VSO[x]y and # #[error]z'],
  ['###vso[x]', '## #vso[x]'],
  ['::error::boo.json:1', ': :error::boo.json:1'],
  ['a\n  \t::add-mask::o', 'a\n  \t: :add-mask::o'],
  [':::error::x', ': ::error::x'],
  ['global::System.Uri ## a heading, C# [x]', 'global::System.Uri ## a heading, C# [x]'],
])('a build server obeys nothing in %j', (text, shown) => {
  expect(forLog(text)).toBe(shown);
});
