import type { RuleName } from './rule-name.ts';

export function ruleTemplate({ id, constant, fixture }: RuleName): string {
  return `import type { Rule } from '../rule.ts';

export const ${constant}: Rule<'${id}'> = {
  id: '${id}',
  severity: 'warning',
  phase: null,
  fixes: ['manual'],
  example: '${fixture}',
  check: () => [],
};
`;
}

export function wordsTemplate({ constant, data }: RuleName): string {
  return `import type { BilingualRuleWords } from '../../bilingual.ts';

export interface ${data} {
  /** As the app writes it. */
  readonly name: string;
}

export const ${constant}: BilingualRuleWords<${data}> = {
  en: {
    title: 'Write: one line for lists',
    message: ({ name }) => \`Write: what is wrong with \${name}, here.\`,
    why: () => 'Write: why it matters.',
    next: () => 'Write: what a person does where no patch is offered, or after it.',
    about: ['Write: paragraphs for the page.'],
    whenNot: ['Write: when to leave it as it is.'],
  },
  nb: {
    title: 'Skriv: én linje til lister',
    message: ({ name }) => \`Skriv: hva som er galt med \${name}, her.\`,
    why: () => 'Skriv: hvorfor det betyr noe.',
    next: () => 'Skriv: hva et menneske gjør når ingen endring foreslås, eller etter den.',
    about: ['Skriv: avsnitt til siden.'],
    whenNot: ['Skriv: når det kan stå som det er.'],
  },
};
`;
}

export function testTemplate({ id }: RuleName): string {
  return `import { expect, test } from 'vitest';
import { appWith, found } from '../audited.ts';

test('says nothing of an app that has nothing of it', async () => {
  expect(await found('${id}', appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
});
`;
}
