import { expect, test } from 'vitest';
import { spelledPath } from '../../src/app/spelled-path.ts';
import { workspaceOf } from './workspace-of.ts';

const policy = 'App/config/authorization/policy.xml';

test.each<[string, readonly string[], string | null]>([
  ['as it is usually spelled', ['App/config/authorization/Policy.xml', policy], policy],
  ['in another casing', ['App/Config/Authorization/policy.xml'], 'App/Config/Authorization/policy.xml'],
  ['not where it is elsewhere', ['config/authorization/policy.xml'], null],
])('a file is found %s', (_, files, found) => {
  expect(spelledPath(workspaceOf(Object.fromEntries(files.map((file) => [file, '']))), policy)).toBe(found);
});
