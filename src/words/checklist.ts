import type { Decision } from '../decision.ts';
import type { SaidSecret } from './named-secrets.ts';
import type { Phrase } from './phrase.ts';

/** What the checklist says, beside what the rules and the trigger say of themselves. */
export interface ChecklistWords {
  /** The app, and where it lies. */
  readonly title: (app: readonly string[]) => Phrase;
  /** Of the part of a page that is the checklist. */
  readonly heading: string;
  /** How a box stands, where there is no box to see. */
  readonly states: { readonly done: string; readonly open: string };
  readonly legend: Phrase;
  readonly nextPhase: string;
  readonly sections: Readonly<Record<SectionName, string>>;

  readonly nothingToMove: Phrase;
  readonly managedByStudio: Phrase;
  readonly staysAsDecided: Phrase;
  /** The same, with a change of the code that is still to come. */
  readonly staysAndChanges: Phrase;
  /** What the next phase is for such an app. */
  readonly ownSwitch: string;
  readonly mergeOwn: string;
  readonly upgradeFirst: Phrase;
  readonly decideFirst: (open: number) => Phrase;

  readonly access: Readonly<Record<'scopes' | 'deploy' | 'portal' | 'vault', Phrase>>;
  readonly readsProvided: (version: string) => Phrase;
  readonly decided: (identity: string, decision: Decision) => Phrase;
  /** What nobody decided, and the options that decide otherwise. */
  readonly byDefault: (identity: string, options: readonly string[]) => Phrase;
  readonly toDecide: (identity: string, places: readonly string[], choices: readonly string[]) => Phrase;
  readonly howToDecide: (option: string) => Phrase;

  readonly patch: (patch: SaidPatch) => Phrase;
  readonly patchIn: (file: string, labels: readonly string[]) => Phrase;
  readonly moreFiles: (count: number) => Phrase;
  readonly merge: Readonly<Record<'prepare' | 'switch' | 'switchBeforeScopes' | 'cleanup', string>>;
  /** Of the switch, where it is so. */
  readonly removesNothing: string;
  readonly build: Phrase;
  readonly record: (file: string) => Phrase;
  readonly nothingLeft: (phase: 'prepare' | 'switch' | 'cleanup') => Phrase;
  readonly review: (rule: string, place: string) => Phrase;
  /** A finding that is left to people, ahead of what it says. */
  readonly byHand: (rule: string, place: string) => Phrase;
  /** The same, of one about which nothing can be done before something else. */
  readonly waiting: Readonly<Record<'decision' | 'upgrade' | 'switch', (rule: string, place: string) => Phrase>>;
  /** Of what is suppressed. */
  readonly stands: (rule: string, place: string) => Phrase;
  /** Left to people as it is now, and gone with the patch of a phase. */
  readonly goesAlong: (phase: string, rule: string, place: string) => Phrase;
  /** Of values that hold the credentials of Altinn Studio back. */
  readonly removalSwitches: string;
  readonly withdrawn: (reason: string) => string;

  readonly compare: (sections: readonly string[]) => Phrase;
  readonly compared: Phrase;
  readonly registeredOnly: (scopes: readonly string[]) => Phrase;
  readonly notRegistered: (scopes: readonly string[]) => Phrase;

  /** What comes before scopes are added: what prepares, the change of the switch in the same deploy, or the vault's move. */
  readonly beforeScopes: Readonly<Record<'prepare' | 'together' | 'vault', Phrase>>;
  readonly addScopes: Phrase;
  readonly lookUpScopes: Phrase;
  readonly buttonEnough: (scopes: readonly string[]) => Phrase;
  readonly studioAddsThem: (scopes: readonly string[]) => Phrase;
  /** Beside others that are to be added. */
  readonly studioAddsThese: (scopes: readonly string[]) => Phrase;
  readonly undecidedScopes: (scopes: readonly string[]) => Phrase;
  readonly incomplete: Phrase;
  readonly noScopes: Phrase;
  readonly scopesTakeEffect: string;
  readonly aboutScopes: (scopes: readonly string[]) => string;

  readonly deployTest: Phrase;
  readonly switchesHere: string;
  /** Of secrets that have been copied to other names. */
  readonly disableCopied: (names: readonly SaidSecret[]) => Phrase;
  readonly disableTest: Readonly<Record<Order, (names: readonly SaidSecret[]) => Phrase>>;
  readonly disableProduction: Readonly<Record<Order, Phrase>>;
  /** Whether a running app reads the vault again by itself. */
  readonly vaultReload: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  readonly testCalls: Phrase;
  readonly exchangedFail: Phrase;
  readonly call: (call: SaidCall) => Phrase;
  readonly libraryCall: (scope: string, places: readonly string[]) => Phrase;
  readonly keepsWorking: (client: string, place: string) => Phrase;
  readonly startsAndAnswers: Phrase;
  readonly deployProduction: Phrase;
  readonly verifyProduction: Phrase;

  readonly cleanupLater: (command: string) => Phrase;
  readonly retire: (names: readonly SaidSecret[]) => Phrase;
  readonly unsure: (names: readonly string[]) => Phrase;
  readonly deleteDisabled: Phrase;
  readonly otherUsers: Phrase;
  readonly deleteClient: Phrase;
  readonly keepVault: Phrase;

  readonly local: {
    readonly v9: Phrase;
    /** Whether the version reads `appsettings.Local.json`. */
    readonly v8: (localFile: boolean) => Phrase;
    readonly exchange: Phrase;
    /** A client that runs in Development only. */
    readonly onlyHere: (client: string, place: string) => Phrase;
    /** Of the external package. */
    readonly before: string;
  };
  readonly ownClient: Phrase;

  readonly rollback: Readonly<
    Record<
      | 'prepare'
      | 'prepareShared'
      | 'switchCode'
      | 'switchMixes'
      | 'switchSecrets'
      | 'switchScopesVault'
      | 'switchScopesSettings'
      | 'secretsAlong'
      | 'secretsMix'
      | 'secretsAgain'
      | 'cleanup',
      Phrase
    >
  >;

  readonly unseen: {
    readonly vaultNames: Phrase;
    readonly vaultValues: Phrase;
    readonly portal: Phrase;
    readonly portalUsers: Phrase;
    readonly studio: Phrase;
    readonly others: Phrase;
    readonly file: (file: string, reason: string) => Phrase;
    readonly rulesLeftOut: Phrase;
  };

  readonly leftOut: (left: LeftOut) => Phrase;
  readonly updated: (file: string, kept: number) => string;
  readonly added: (file: string) => string;
  readonly unticked: (item: string) => string;
  readonly changed: (item: string) => string;
  readonly ticksGone: (count: number) => string;
  readonly linesGone: (count: number, first: string) => string;
  readonly tooShort: (limit: number) => string;
  readonly badLength: (given: string, least: number) => string;
  readonly ofAnother: (file: string) => string;
  readonly damaged: (file: string) => string;
  readonly notText: (file: string) => string;
}

/** Where a step stands beside the deployment. */
export type Order = 'beforeDeploy' | 'afterDeploy';

export type SectionName =
  | 'asItIs'
  | 'ownClients'
  | 'scopesInStudio'
  | 'before'
  | 'compare'
  | 'scopes'
  | 'code'
  | 'test'
  | 'verify'
  | 'production'
  | 'cleanup'
  | 'local'
  | 'rollback'
  | 'unseen';

export interface SaidPatch {
  readonly phase: 'prepare' | 'switch' | 'cleanup';
  readonly command: string;
  /** None in a patch that only removes the migration record. */
  readonly findings: number;
}

export interface SaidCall {
  readonly name: string;
  /** Empty where they cannot be told. */
  readonly scopes: readonly string[];
  readonly exchange: boolean | null;
  readonly places: readonly string[];
}

export interface LeftOut {
  readonly items: number;
  /** Of items that are there. */
  readonly details: number;
  readonly limit: number;
  readonly command: string;
}
