import type { Choices } from '../../../src/commands/choices.ts';
import { noConfig } from '../../../src/commands/config.ts';
import { ruleIds } from '../../../src/rules/registry.ts';
import type { Target } from '../../../src/target.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';

export function choicesFor(paths: readonly string[], lang: 'en' | 'nb', target: Target | null): Choices {
  return {
    paths,
    rules: ruleIds,
    rulesChosen: false,
    target,
    decided: [],
    vaultListing: null,
    registeredScopes: null,
    config: noConfig,
    configNamed: false,
    today: '2026-11-20',
    passedOn: [],
    words: lang === 'nb' ? nb : en,
    lang,
    color: false,
    quiet: false,
    verbose: true,
    failOn: 'error',
    width: 100,
  };
}
