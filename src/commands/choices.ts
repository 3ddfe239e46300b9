import type { VaultListing } from '../app/vault/listing.ts';
import type { Severity } from '../rules/finding.ts';
import type { Target } from '../target.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Language, Words } from '../words/words.ts';
import type { Config, DecisionMade } from './config.ts';

/** What every command that reads apps has been asked. */
export interface Choices {
  readonly paths: readonly string[];
  readonly rules: readonly RuleId[];
  /** Whether the rules were chosen by name. */
  readonly rulesChosen: boolean;
  /** On the command line. */
  readonly target: Target | null;
  /** On the command line. */
  readonly decided: readonly DecisionMade[];
  /** The names of the vault's secrets; null when nobody told. */
  readonly vaultListing: VaultListing;
  /** What the client in the portal has; null when nobody told. */
  readonly registeredScopes: readonly string[] | null;
  readonly config: Config;
  /** Whether the configuration file was named, not found. */
  readonly configNamed: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The options that a command suggested next must repeat to mean the same. */
  readonly passedOn: readonly string[];
  readonly words: Words;
  readonly lang: Language;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly failOn: Severity | 'never';
  /** How wide a line may be. */
  readonly width: number;
}

/** Where a command's output goes; data and talk are kept apart. */
export interface Output {
  /** Whether a person looks at the data as it comes. */
  readonly isTerminal: boolean;
  data(text: string | Buffer): void;
  talk(text: string): void;
  /** Of work that goes on; gone when anything else is said. */
  progress(text: string): void;
}
