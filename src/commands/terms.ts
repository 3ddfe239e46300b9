import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { App } from '../app/app.ts';
import { configurationId, configuredPath, type Decisions, registrationId } from '../app/clients/identity.ts';
import type { Choices, Output } from './choices.ts';
import { type Config, type DecisionMade, noConfig, readConfig } from './config.ts';
import { configOfRepo } from './find-config.ts';
import { isExpired, type Suppression } from './suppressions.ts';
import { WrongUse } from './wrong-use.ts';

/** What holds in one repo: by the command line, the run's configuration, and the repo's own among many. */
export interface Terms {
  readonly decisions: Decisions;
  readonly suppressions: readonly Suppression[];
  readonly configs: readonly Config[];
}

export function termsFor(root: string, choices: Choices): Terms {
  const configs = [ownConfig(root, choices), choices.config];
  const made = [...configs.flatMap(({ decisions }) => decisions), ...choices.decided];
  return {
    decisions: new Map(made.map(({ client, decision }) => [client.toLowerCase(), decision])),
    suppressions: configs.flatMap(({ suppressions }) => suppressions).filter((one) => !isExpired(one, choices.today)),
    configs,
  };
}

/** Whoever names a configuration file means that one alone. */
function ownConfig(root: string, { config, configNamed, words }: Choices): Config {
  const file = configNamed ? null : configOfRepo(root);
  if (file === null || (config.file !== null && resolve(config.file) === resolve(file))) return noConfig;
  return readConfig(file, words);
}

/** Follows a run, and says in the end which decisions and suppressions fitted nothing. */
export class LooseEnds {
  readonly #known = new Map<Config | 'command line', Map<string, string>>();
  readonly #used = new Set<Suppression>();

  see({ configs, suppressions }: Terms, apps: readonly App[], used: readonly (Suppression | null)[]): void {
    for (const by of [...configs, 'command line' as const]) {
      const known = this.#known.get(by) ?? new Map<string, string>();
      this.#known.set(by, known);
      for (const app of apps) {
        for (const names of clientNames(app)) {
          const [shown = ''] = names;
          for (const name of names) known.set(name.toLowerCase(), shown);
        }
      }
    }
    for (const one of used) if (one !== null && suppressions.includes(one)) this.#used.add(one);
  }

  tell(choices: Choices, output: Output): void {
    const { words, today, rules } = choices;
    const [unknown] = this.#unfitting('command line', choices.decided);
    if (unknown !== undefined) throw this.#noSuchClient('command line', unknown, choices);
    for (const config of this.#known.keys()) {
      if (config === 'command line') continue;
      for (const decision of this.#unfitting(config, config.decisions)) {
        // One that moves a client is carried out once the client is gone; one that keeps a client must fit.
        if (decision.decision !== 'studio' && config === choices.config && isWhollyRead(config, choices)) {
          throw this.#noSuchClient(config, decision, choices);
        }
        output.talk(this.#noSuchClient(config, decision, choices).message);
      }
      for (const one of config.suppressions) {
        if (isExpired(one, today)) output.talk(words.suppressions.expired(one.rule, one.path, one.expires));
        else if (!this.#used.has(one) && rules.includes(one.rule) && isWhollyRead(config, choices)) {
          output.talk(words.suppressions.unused(one.rule, one.path));
        }
      }
    }
  }

  #unfitting(by: Config | 'command line', made: readonly DecisionMade[]): readonly DecisionMade[] {
    return made.filter(({ client }) => this.#known.get(by)?.has(client.toLowerCase()) !== true);
  }

  #noSuchClient(by: Config | 'command line', { client }: DecisionMade, { words }: Choices): WrongUse {
    const known = [...new Set(this.#known.get(by)?.values() ?? [])].sort();
    const said = words.misuse.noSuchClient(client, known);
    return new WrongUse(by === 'command line' ? said : `${by.file}: ${said}`);
  }
}

/** Whether everything the file speaks about was read, so that what fits nothing is a mistake. */
function isWhollyRead({ file }: Config, { paths }: Choices): boolean {
  const folder = dirname(realpathSync(file ?? '.'));
  return paths.some((path) => !relative(realpathSync(path), join(folder, '.')).startsWith('..'));
}

/** Section first, where there is one: that is what people call it. */
function clientNames(app: App): readonly (readonly string[])[] {
  return [
    ...app.configurations.map((one) => [configuredPath(one), configurationId(one)]),
    ...app.externals.map((one) => [one.section, registrationId(one)]),
  ].map((names) => names.filter((name) => name !== null));
}
