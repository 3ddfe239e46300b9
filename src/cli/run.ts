import { readBaseline } from '../commands/baseline.ts';
import type { Choices, Output } from '../commands/choices.ts';
import { type Config, type DecisionMade, noConfig, readConfig } from '../commands/config.ts';
import { findConfig } from '../commands/find-config.ts';
import { type Format, formatNames, requireOwnPlaces } from '../commands/formats.ts';
import type { Baselining } from '../commands/known-findings.ts';
import { readRegisteredScopes } from '../commands/registered-scopes.ts';
import { isDate } from '../commands/suppressions.ts';
import { readVaultSecrets } from '../commands/vault-secrets.ts';
import { WrongUse } from '../commands/wrong-use.ts';
import { decisions } from '../decision.ts';
import { redactSecrets } from '../files/secret-text.ts';
import { onOneLine } from '../report/display-width.ts';
import { forLog } from '../report/for-log.ts';
import { isRuleId, ruleIds } from '../rules/registry.ts';
import type { CommandName } from '../words/command-names.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Language, OptionName, Words } from '../words/words.ts';
import { wantsColor } from './color.ts';
import { languageOfLocale } from './language.ts';
import { nearest } from './nearest.ts';
import { oneOf } from './one-of.ts';
import type { Parsed } from './parse.ts';
import { noProgress, type Progress, progressOn } from './progress.ts';

export async function run(
  command: CommandName,
  parsed: Parsed,
  languages: Readonly<Record<Language, Words>>,
  speak: (words: Words) => void,
): Promise<number> {
  const asked = parsed.values.get('lang')?.[0];
  const first = asked === 'nb' || asked === 'en' ? asked : languageOfLocale(process.env);
  const named = parsed.values.get('config')?.[0] ?? null;
  const file = named ?? findConfig(pathsOf(command, parsed));
  const config = file === null ? noConfig : readConfig(file, languages[first], named === null ? 'found' : 'named');
  const lang = asked === undefined ? (config.lang ?? first) : first;
  const words = languages[lang];
  speak(words);
  const choices = choicesOf(command, parsed, config, words, lang);
  const progress = choices.quiet ? noProgress : progressOn(process.stderr);
  try {
    return await carryOut(command, parsed, choices, file, outputFor(choices.quiet, progress));
  } finally {
    progress.clear();
  }
}

async function carryOut(
  command: CommandName,
  parsed: Parsed,
  choices: Choices,
  file: string | null,
  output: Output,
): Promise<number> {
  const { words } = choices;
  if (choices.verbose && file !== null) output.talk(words.misuse.configUsed(file));
  switch (command) {
    case 'audit':
      return (await import('../commands/audit.ts')).audit(
        choices,
        formatsOf(parsed, words),
        output,
        baseliningOf(parsed, words),
      );
    case 'fix': {
      const { fix } = await import('../commands/fix.ts');
      const { fixChoices } = await import('./fix-choices.ts');
      return fix(fixChoices(choices, parsed), output);
    }
    case 'checklist': {
      refuseExtra(parsed.positionals.slice(1), words);
      const { checklist } = await import('../commands/checklist.ts');
      const { checklistChoices } = await import('./checklist-choices.ts');
      return checklist(checklistChoices(choices, parsed), output);
    }
    case 'explain': {
      const { explain } = await import('../commands/explain.ts');
      return explain(ruleToExplain(parsed, words), choices, output);
    }
    case 'rules':
      refuseExtra(parsed.positionals, words);
      return (await import('../commands/rules.ts')).listRules(choices, output);
  }
}

function choicesOf(command: CommandName, parsed: Parsed, config: Config, words: Words, lang: Language): Choices {
  const value = (name: OptionName) => parsed.values.get(name)?.[0];
  const only = ruleOptions(parsed, 'rule', words);
  const without = ruleOptions(parsed, 'skip-rule', words);
  const rules = ruleIds.filter((id) => (only.length === 0 || only.includes(id)) && !without.includes(id));
  if (rules.length === 0) throw new WrongUse(words.misuse.noRuleLeft);
  const target = oneOf('--target', value('target'), ['v8', 'v9'], words);
  const failOn = oneOf('--fail-on', value('fail-on'), ['error', 'warning', 'note', 'never'], words) ?? config.failOn;
  const today = value('today') ?? new Date().toISOString().slice(0, 10);
  if (!isDate(today)) throw new WrongUse(words.misuse.badDate('--today', today));
  const listed = value('vault-secrets');
  const registered = value('registered-scopes');
  return {
    paths: pathsOf(command, parsed),
    rules,
    rulesChosen: only.length > 0,
    target: target ?? null,
    decided: decisionsOf(parsed, words),
    vaultListing: listed === undefined ? null : readVaultSecrets(listed, words),
    registeredScopes: registered === undefined ? null : readRegisteredScopes(registered, words),
    config,
    configNamed: parsed.values.has('config'),
    today,
    passedOn: passedOn.flatMap((name) => (parsed.values.get(name) ?? []).flatMap((given) => [`--${name}`, given])),
    words,
    lang,
    color: wantsColor(parsed.flags.get('color'), process.env, process.stdout.isTTY === true),
    quiet: parsed.flags.get('quiet') === true,
    verbose: parsed.flags.get('verbose') === true,
    failOn: failOn ?? 'error',
    width: Math.max(60, Math.min(process.stdout.columns ?? 100, 120)),
  };
}

/** What changes which findings there are, in the order that help shows it. */
const passedOn: readonly OptionName[] = ['decide', 'rule', 'skip-rule', 'target', 'config', 'today', 'vault-secrets'];

function pathsOf(command: CommandName, { positionals }: Parsed): readonly string[] {
  const takesPaths = command === 'audit' || command === 'fix' || command === 'checklist';
  return takesPaths && positionals.length > 0 ? positionals : ['.'];
}

function ruleOptions(parsed: Parsed, option: 'rule' | 'skip-rule', words: Words): readonly RuleId[] {
  return (parsed.values.get(option) ?? []).map((given) => ruleNamed(given, words));
}

function ruleNamed(given: string, words: Words): RuleId {
  if (!isRuleId(given)) throw new WrongUse(words.misuse.unknownRule(given, nearest(given, ruleIds)));
  return given;
}

function ruleToExplain({ positionals }: Parsed, words: Words): RuleId {
  const [given, ...others] = positionals;
  if (given === undefined) throw new WrongUse(words.misuse.missingRule);
  refuseExtra(others, words);
  return ruleNamed(given, words);
}

function refuseExtra([extra]: readonly string[], words: Words): void {
  if (extra !== undefined) throw new WrongUse(words.misuse.tooManyPaths(extra));
}

function decisionsOf(parsed: Parsed, words: Words): readonly DecisionMade[] {
  return (parsed.values.get('decide') ?? []).map((given) => {
    const at = given.lastIndexOf('=');
    const decision = decisions.find((name) => name === given.slice(at + 1));
    if (at < 1 || decision === undefined) throw new WrongUse(words.misuse.unknownDecision(given));
    return { client: given.slice(0, at), decision };
  });
}

function baseliningOf(parsed: Parsed, words: Words): Baselining {
  const known = parsed.values.get('baseline')?.[0];
  const write = parsed.values.get('write-baseline')?.[0] ?? null;
  return { known: known === undefined ? null : readBaseline(known, words), write };
}

function formatsOf(parsed: Parsed, words: Words): readonly Format[] {
  const formats = (parsed.values.get('format') ?? ['terminal']).map((given) => {
    const [name, ...file] = given.split('=');
    const found = oneOf('--format', name, formatNames, words) ?? 'terminal';
    if (file.length === 1 && file[0] === '') throw new WrongUse(words.misuse.missingValue(`--format ${given}`));
    if (file.length === 1 && file[0] === '-') throw new WrongUse(words.misuse.dashIsNoFile(given));
    return { name: found, file: file.length === 0 ? null : file.join('=') };
  });
  requireOwnPlaces(formats, parsed.values.get('write-baseline')?.[0] ?? null, words);
  return formats;
}

function outputFor(quiet: boolean, progress: Progress): Output {
  return {
    isTerminal: process.stdout.isTTY === true,
    data: (text) => {
      progress.clear();
      process.stdout.write(text);
    },
    talk: (text) => {
      progress.clear();
      if (!quiet) process.stderr.write(`${forLog(onOneLine(redactSecrets(text)))}\n`);
    },
    progress: (text) => progress.show(onOneLine(text)),
  };
}
