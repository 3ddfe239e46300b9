import type { Decision } from '../decision.ts';
import type { AnnotationWords } from './annotations.ts';
import type { RuleWords } from './bilingual.ts';
import type { ChecklistWords } from './checklist.ts';
import type { CommandName } from './command-names.ts';
import type { PageWords } from './page.ts';
import type { PolicyWords } from './policy.ts';
import type { Precedence } from './precedence.ts';
import type { ReasonWords } from './reasons.ts';
import type { RuleData, RuleId } from './rule-words.ts';
import type { SarifWords } from './sarif.ts';
import type { Supplier } from './suppliers.ts';
import type { SuppressionWords } from './suppressions.ts';
import type { Trigger } from './trigger.ts';

export type Language = 'en' | 'nb';

/** All text that people read, in one language; a missing word does not compile. */
export interface Words extends ReasonWords {
  readonly rules: { readonly [Id in RuleId]: RuleWords<RuleData[Id]> };
  readonly severity: Readonly<Record<'error' | 'warning' | 'note', string>>;
  readonly phase: Readonly<Record<'prepare' | 'switch' | 'cleanup' | 'done', string>>;
  readonly phaseIs: Readonly<Record<'prepare' | 'switch' | 'cleanup' | 'done', string>>;
  readonly tier: Readonly<Record<'safe' | 'review' | 'manual' | 'none', string>>;
  readonly tierIs: Readonly<Record<'safe' | 'review' | 'manual' | 'none', string>>;
  readonly status: Readonly<Record<StatusName, string>>;
  /** Instead of a status, where these files, which start the app, were not read. */
  readonly programUnread: (files: readonly string[]) => string;
  readonly trigger: (trigger: Trigger) => string;
  readonly supplier: Readonly<Record<Supplier, string>>;
  readonly precedence: (precedence: Precedence) => string;
  readonly policy: PolicyWords;
  readonly page: PageWords;
  readonly annotations: AnnotationWords;
  readonly checklist: ChecklistWords;
  readonly sarif: SarifWords;
  readonly terminal: TerminalWords;
  readonly fix: FixWords;
  readonly suppressions: SuppressionWords;
  readonly explain: ExplainWords;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly help: HelpWords;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly misuse: MisuseWords;
}

export type StatusName = 'none' | 'studio' | 'undetermined' | 'legacy' | 'mixed' | 'own' | 'blocked';
export type TriggerName = Trigger['event'];

export type OptionName =
  | 'rule'
  | 'skip-rule'
  | 'target'
  | 'lang'
  | 'today'
  | 'baseline'
  | 'write-baseline'
  | 'vault-secrets'
  | 'registered-scopes'
  | 'config'
  | 'color'
  | 'quiet'
  | 'verbose'
  | 'format'
  | 'fail-on'
  | 'phase'
  | 'fixes'
  | 'decide'
  | 'output'
  | 'output-dir'
  | 'write'
  | 'commit'
  | 'interactive'
  | 'allow-dirty'
  | 'reverse'
  | 'scopes-added'
  | 'production-verified'
  | 'max-length'
  | 'update'
  | 'help'
  | 'version';

interface TerminalWords {
  readonly unnamedApp: string;
  readonly version: (version: string) => string;
  readonly versionUnknown: string;
  readonly assumed: (version: string) => string;
  readonly aimingAt: (target: string) => string;
  readonly why: string;
  readonly next: string;
  readonly because: string;
  readonly look: string;
  readonly noFindings: string;
  /** What was decided of the credentials that stay the app's own. */
  readonly keptByDecision: (kept: readonly string[]) => string;
  readonly manyPaths: string;
  readonly nothingIn: (apps: number) => string;
  readonly apps: (count: number) => string;
  readonly counts: (errors: number, warnings: number, notes: number) => string;
  readonly suppressed: (count: number) => string;
  readonly byHandFirst: (count: number) => string;
  readonly patchOf: (phase: string) => string;
  readonly tellMore: string;
  /** While repos are read. */
  readonly progress: (number: number, of: number, repo: string) => string;
  readonly decide: (clients: number) => string;
  readonly choices: Readonly<Record<Decision, string>>;
  readonly sectionless: (place: string, why: 'in-code' | 'unknown') => string;
  /** A source of configuration, in a list of them. */
  readonly source: (kind: SourceKind, files: 'shared' | 'environment' | null) => string;
  readonly sources: (inOrder: string) => string;
  readonly undecided: string;
  readonly userSecrets: (id: string, file: string) => string;
  readonly versionFrom: (declared: string | null, file: string) => string;
  readonly package: (id: string, version: string | null, how: PackageOrigin, source: string) => string;
  readonly readThrough: (places: string) => string;
  readonly outsideApps: (keys: number) => string;
  /** A finding that stands in no app, on one line. */
  readonly inNoApp: (rule: RuleId, message: string, line: number) => string;
}

export type SourceKind = 'settings' | 'studio' | 'vault' | 'secret-file' | 'environment' | 'local-file' | 'custom';

type PackageOrigin = 'direct' | 'central' | 'transitive' | 'project';

interface FixWords {
  /** While patches are made and verified. */
  readonly progress: (number: number, of: number, repo: string) => string;
  readonly nothing: (phase: string) => string;
  readonly noneTaken: string;
  readonly nothingAnywhere: string;
  readonly laterPhase: (phase: string, command: string) => string;
  readonly summary: (findings: number, files: number, phase: string) => string;
  readonly howToApply: (command: string) => string;
  readonly verified: string;
  readonly written: (files: number) => string;
  readonly committed: (branch: string) => string;
  readonly leftToPeople: (count: number, phase: string) => string;
  readonly leftInAll: (count: number) => string;
  readonly doFirst: (count: number, earlier: string, phase: string) => string;
  readonly savedPatch: (file: string) => string;
  readonly dirty: (files: readonly string[]) => string;
  readonly needsScopesAdded: string;
  readonly needsProductionVerified: string;
  readonly severalRoots: (roots: number) => string;
  readonly notGit: (root: string) => string;
  readonly gitSilent: (root: string) => string;
  readonly writeFailed: (file: string, error: string) => string;
  readonly changedMeanwhile: (file: string) => string;
  readonly refusedLink: (file: string) => string;
  readonly notWritable: (file: string, error: string) => string;
  /** Why a file could not be written. */
  readonly notAFolder: (folder: string) => string;
  readonly folderNotMade: (folder: string, error: string) => string;
  readonly ask: (label: string) => string;
  readonly secretInPatch: (file: string) => string;
  readonly commitFailed: (root: string, why: string) => string;
  readonly branchExists: (branch: string, root: string) => string;
  readonly branchFailed: (branch: string, root: string, why: string) => string;
  readonly commitSubject: (phase: string) => string;
  readonly recordIgnored: (file: string) => string;
  readonly recordLeft: (file: string) => string;
}

interface ExplainWords {
  readonly severity: string;
  readonly phase: string;
  readonly fix: string;
  readonly anyPhase: string;
  readonly about: string;
  readonly example: string;
  readonly noPatch: string;
  readonly whenNot: string;
  readonly more: string;
  readonly catalogue: (count: number) => string;
}

interface HelpWords {
  readonly about: string;
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  readonly everywhere: string;
  readonly more: string;
}

interface MisuseWords {
  readonly unknownCommand: (given: string, nearest: string | null) => string;
  readonly unknownOption: (given: string, command: string, nearest: string | null) => string;
  readonly missingValue: (option: string) => string;
  readonly unexpectedValue: (option: string) => string;
  readonly badValue: (option: string, given: string, allowed: readonly string[]) => string;
  readonly unknownRule: (given: string, nearest: string | null) => string;
  readonly missingRule: string;
  readonly noRuleLeft: string;
  readonly tooManyPaths: (given: string) => string;
  readonly noSuchPath: (path: string) => string;
  readonly notAFolder: (path: string) => string;
  readonly noApp: (path: string) => string;
  readonly nothingReadable: (path: string) => string;
  readonly twoToStdout: string;
  readonly unknownDecision: (given: string) => string;
  readonly noSuchClient: (given: string, known: readonly string[]) => string;
  readonly nothingToDecide: (given: string) => string;
  readonly together: (one: string, other: string) => string;
  readonly badDate: (option: string, given: string) => string;
  readonly sameFile: (file: string) => string;
  readonly dashIsNoFile: (given: string) => string;
  readonly configUsed: (file: string) => string;
  readonly configUnreadable: (file: string, why: string) => string;
  readonly configMalformed: (file: string, line: number, column: number) => string;
  readonly configTwice: (file: string, key: string) => string;
  readonly configUnknownKey: (file: string, key: string) => string;
  readonly configMissingKey: (file: string, key: string) => string;
  readonly configBadValue: (file: string, key: string, allowed: string) => string;
  readonly notAList: (file: string, expected: string) => string;
  readonly scopesExpected: string;
  readonly secretsExpected: string;
  readonly unforeseen: string;
}
