import type { FileRange, Range } from '../location.ts';
import type { ImportedNames } from '../syntax/csharp/operations/imports.ts';
import type { ReplacedLinks } from '../syntax/csharp/operations/replace-call.ts';
import type { Reason } from '../words/reasons.ts';
import type { RuleData, RuleId } from '../words/rule-words.ts';

export type Severity = 'error' | 'warning' | 'note';
export type Phase = 'prepare' | 'switch' | 'cleanup';
export type FixTier = 'safe' | 'review' | 'manual' | 'none';

export const severities: readonly Severity[] = ['error', 'warning', 'note'];
export const phases: readonly Phase[] = ['prepare', 'switch', 'cleanup'];

/** What should change in the text; how, is known where the language lives. */
export type Change = CSharpChange | ProjectChange | SettingsChange | DeploymentChange | PolicyChange;

/** In a C# file. */
export type CSharpChange =
  | {
      readonly kind: 'remove-call';
      readonly call: FileRange;
      readonly form: 'extension' | 'static';
      readonly mentions: readonly string[];
    }
  | {
      readonly kind: 'remove-statement';
      readonly at: FileRange;
      readonly mentions: readonly string[];
      /** Names in it that are still used where what they stand for goes on under another name. */
      readonly keeps: readonly Range[];
      /** It goes only when all of these go as well. */
      readonly once: readonly FileRange[];
    }
  | { readonly kind: 'rename'; readonly at: FileRange; readonly from: string; readonly to: string }
  /** Other text for a range; `keeps` are the parts of it that stand in the new text as well. */
  | { readonly kind: 'replace'; readonly at: FileRange; readonly text: string; readonly keeps: readonly Range[] }
  /** A function or a type that nothing names any more, with the comments that are its own. */
  | { readonly kind: 'remove-declaration'; readonly at: FileRange }
  /** Other links of the chain in place of a call. */
  | { readonly kind: 'replace-call'; readonly at: FileRange; readonly links: ReplacedLinks }
  /** On a line of its own above the statement that `at` stands in. */
  | { readonly kind: 'insert-statement'; readonly at: FileRange; readonly text: string }
  /** On lines of their own below the statement that `at` stands in; each level of a line is a tab. */
  | { readonly kind: 'insert-below'; readonly at: FileRange; readonly code: string }
  /** With its comments, further down in the same list of statements. */
  | { readonly kind: 'move-statement'; readonly at: FileRange; readonly behind: FileRange }
  /** What the changed file must import, and what it need not import once nothing of it is left. */
  | {
      readonly kind: 'imports';
      readonly at: FileRange;
      readonly needs: readonly string[];
      readonly mayGo: readonly ImportedNames[];
    };

/** In a project file or one that it imports. */
export type ProjectChange =
  /** With the group that it was all of. */
  | { readonly kind: 'remove-element'; readonly at: FileRange }
  /** Beside the element at `at`, laid out as that is. */
  | {
      readonly kind: 'insert-element';
      readonly at: FileRange;
      readonly side: 'before' | 'after';
      readonly markup: string;
    };

/** In a settings file; `at` is a key, with its quotes. */
export type SettingsChange =
  /** With the section that it was all of. */
  | { readonly kind: 'remove-setting'; readonly at: FileRange }
  | { readonly kind: 'rename-setting'; readonly at: FileRange; readonly to: string };

/** In the values of a deployment. */
export type DeploymentChange =
  /** With the list that it was all of, and the comments above it that hold one of the words. */
  { readonly kind: 'remove-item'; readonly at: FileRange; readonly mentions: readonly string[] };

/** In an XACML policy. */
export type PolicyChange =
  /** More alternatives beside the last one of a rule's actions, at `at`, and laid out as that is. */
  | { readonly kind: 'extend-rule'; readonly at: FileRange; readonly actions: readonly string[] }
  /** Behind the last rule of the policy that `at` is the root element of, and laid out as its rules are. */
  | {
      readonly kind: 'add-rule';
      readonly at: FileRange;
      readonly id: string;
      /** null where the rules of the file have none. */
      readonly description: string | null;
      readonly subject: PolicyMatch;
      /** All of them, in one. */
      readonly resource: readonly PolicyMatch[];
      readonly actions: readonly string[];
    };

export interface PolicyMatch {
  readonly attribute: string;
  readonly value: string;
}

export type Remedy =
  /** `reasons` say why a person should look before merging; without any the change is safe. */
  | { readonly kind: 'change'; readonly changes: readonly Change[]; readonly reasons: readonly Reason[] }
  | { readonly kind: 'manual'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'none' };

export type Finding = { readonly [Id in RuleId]: FindingOf<Id> }[RuleId];

export interface FindingOf<Id extends RuleId> {
  readonly rule: Id;
  readonly severity: Severity;
  readonly phase: Phase | null;
  readonly data: RuleData[Id];
  /** Where to look. */
  readonly at: FileRange;
  /** The text that the finding is about; from `at` on it identifies the finding when lines move. */
  readonly subject: FileRange;
  readonly remedy: Remedy;
}

export function tierOf({ remedy }: Pick<Finding, 'remedy'>): FixTier {
  if (remedy.kind !== 'change') return remedy.kind;
  return remedy.reasons.length === 0 ? 'safe' : 'review';
}
