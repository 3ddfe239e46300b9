import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { App } from '../app/app.ts';
import { configurationId, configuredPath, type Decisions, formerNames } from '../app/clients/identity.ts';
import { movedSections } from '../app/settings/moved-section.ts';
import { defaultSection } from '../app/settings/section.ts';
import { positionAt } from '../files/lines.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange } from '../location.ts';
import type { Target } from '../target.ts';
import type { Choices, Output } from './choices.ts';
import { type Config, type DecisionMade, noConfig, readConfig } from './config.ts';
import { configOfRepo } from './find-config.ts';
import type { FaultyComment, IgnoreComment, IgnoreComments } from './ignore-comments.ts';
import type { Exemption } from './judge.ts';
import { isExpired, type Suppression } from './suppressions.ts';
import { WrongUse } from './wrong-use.ts';

/** What holds in one repo: by the command line, the run's configuration, and the repo's own among many. */
export interface Terms {
  readonly decisions: Decisions;
  /** null: each app's own major version. */
  readonly target: Target | null;
  readonly suppressions: readonly Suppression[];
  /** Scopes that the app needs and its code does not show. */
  readonly extraScopes: readonly string[];
  readonly configs: readonly Config[];
}

export function termsFor(root: string, choices: Choices): Terms {
  const configs = [ownConfig(root, choices), choices.config];
  const made = [...configs.flatMap(({ decisions }) => decisions), ...choices.decided];
  return {
    target: choices.target ?? configs.find((one) => one.target !== null)?.target ?? null,
    decisions: new Map(made.map(({ client, decision }) => [client.toLowerCase(), decision])),
    suppressions: configs.flatMap(({ suppressions }) => suppressions).filter((one) => !isExpired(one, choices.today)),
    extraScopes: [...new Set(configs.flatMap(({ scopes }) => scopes))],
    configs,
  };
}

/** Whoever names a configuration file means that one alone. */
function ownConfig(root: string, { config, configNamed, words }: Choices): Config {
  const file = configNamed ? null : configOfRepo(root);
  if (file === null || (config.file !== null && resolve(config.file) === resolve(file))) return noConfig;
  return readConfig(file, words, 'found');
}

/** The names by which the clients of a run are called. */
interface KnownClients {
  /** In lower case, with the name that is shown. */
  readonly toDecide: Map<string, string>;
  /** In lower case: those about which there is nothing to decide. */
  readonly settled: Set<string>;
}

/** Follows a run, and says in the end which decisions and suppressions fitted nothing. */
export class LooseEnds {
  readonly #known = new Map<Config | 'command line', KnownClients>();
  readonly #used = new Set<Exemption>();
  readonly #comments: CommentSeen[] = [];

  see({ configs }: Terms, apps: readonly App[], fitting: ReadonlySet<Exemption>): void {
    for (const by of [...configs, 'command line' as const]) {
      const known = this.#known.get(by) ?? { toDecide: new Map<string, string>(), settled: new Set<string>() };
      this.#known.set(by, known);
      for (const app of apps) {
        for (const names of namesToDecide(app)) {
          for (const name of names) known.toDecide.set(name.toLowerCase(), names[0] ?? name);
        }
        for (const name of configuredNames(app)) known.settled.add(name.toLowerCase());
      }
    }
    for (const one of fitting) this.#used.add(one);
  }

  /** Of what is outside of the paths that were given, nothing is told. */
  seeComments(
    { comments, faulty }: IgnoreComments,
    { workspace, shownAs }: { readonly workspace: Workspace; readonly shownAs: (file: string) => string | null },
    fitting: ReadonlySet<Exemption>,
  ): void {
    const seen = [...comments, ...faulty].sort((a, b) => byPlace(a.at, b.at));
    for (const comment of seen) {
      const file = shownAs(comment.at.file);
      const read = workspace.read(comment.at.file);
      if (file === null || read.kind !== 'text') continue;
      const { line } = positionAt(read.source.text, comment.at.start);
      const isRead = !('fault' in comment) || comment.fault.code !== 'not-read';
      const place = isRead ? `${file}:${line}` : file;
      this.#comments.push({ place, comment, isUsed: !('fault' in comment) && fitting.has(comment) });
    }
  }

  tell(choices: Choices, output: Output): void {
    const { words, today, rules } = choices;
    this.#tellUnfitting('command line', choices.decided, true, choices, output);
    for (const config of this.#known.keys()) {
      if (config === 'command line') continue;
      const mustFit = config === choices.config && isWhollyRead(config, choices);
      this.#tellUnfitting(config, config.decisions, mustFit, choices, output);
      for (const one of config.suppressions) {
        if (one.expires !== null && isExpired(one, today)) {
          output.talk(words.suppressions.expired(one.rule, one.path, one.expires));
        } else if (!this.#used.has(one) && rules.includes(one.rule) && isWhollyRead(config, choices)) {
          output.talk(words.suppressions.unused(one.rule, one.path));
        }
      }
    }
    this.#tellComments(choices, output);
  }

  #tellComments({ words, today, rules }: Choices, output: Output): void {
    const { commentExpired, commentUnused, commentFaulty } = words.suppressions;
    for (const { place, comment, isUsed } of this.#comments) {
      if ('fault' in comment) output.talk(commentFaulty(place, comment.fault));
      else if (comment.expires !== null && isExpired(comment, today)) {
        output.talk(commentExpired(place, comment.rule, comment.expires));
      } else if (!isUsed && rules.includes(comment.rule)) output.talk(commentUnused(place, comment.rule));
    }
  }

  #tellUnfitting(
    by: Config | 'command line',
    made: readonly DecisionMade[],
    mustFit: boolean,
    { words }: Choices,
    output: Output,
  ): void {
    const known = this.#known.get(by);
    for (const { client, decision } of made) {
      const name = client.toLowerCase();
      if (known?.toDecide.has(name)) continue;
      const said = known?.settled.has(name)
        ? words.misuse.nothingToDecide(client)
        : words.misuse.noSuchClient(client, [...new Set(known?.toDecide.values())].sort());
      const sentence = by === 'command line' ? said : `${by.file}: ${said}`;
      // One that moves a client is carried out once the client is gone; one that keeps a client must fit.
      if (mustFit && decision !== 'studio') throw new WrongUse(sentence);
      output.talk(sentence);
    }
  }
}

interface CommentSeen {
  readonly place: string;
  readonly comment: IgnoreComment | FaultyComment;
  readonly isUsed: boolean;
}

function byPlace(a: FileRange, b: FileRange): number {
  return a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1;
}

/** Whether everything the file speaks about was read, so that what fits nothing is a mistake. */
function isWhollyRead({ file }: Config, { paths }: Choices): boolean {
  const folder = dirname(realpathSync(file ?? '.'));
  return paths.some((path) => !relative(realpathSync(path), join(folder, '.')).startsWith('..'));
}

/** Section first, where there is one: that is what people call it. */
function namesToDecide({ identities, metadata }: App): readonly (readonly string[])[] {
  return identities.map(({ section, clients }) =>
    section === null ? clients : [section, ...formerNames(section, identities, movedSections(metadata)), ...clients],
  );
}

function configuredNames({ configurations }: App): readonly string[] {
  return [defaultSection, ...configurations.flatMap((one) => [configurationId(one), configuredPath(one) ?? []].flat())];
}
