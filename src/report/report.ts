import type { VersionLine } from '../app/versions/line.ts';
import type { AltinnPackage } from '../app/versions/packages.ts';
import type { Decision } from '../decision.ts';
import type { Location } from '../location.ts';
import type { FixTier, Phase, Severity } from '../rules/finding.ts';
import type { Target } from '../target.ts';
import type { AnswerName } from '../words/policy.ts';
import type { RuleData, RuleId } from '../words/rule-words.ts';
import type { StatusName, TriggerName } from '../words/words.ts';

/** The report as JSON prints it; `schemas/report.schema.json` says the same to other tools. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'maskinflytt'; readonly version: string };
  readonly apps: readonly AppReport[];
  readonly notAnalysed: readonly NotAnalysedFile[];
  readonly summary: Summary;
  /** What several apps have in common; only where apps are compared. */
  readonly shared?: Shared;
}

export interface AppReport {
  /** From the path that was given; `.` for that itself. */
  readonly path: string;
  /** `org/app`; null without metadata. */
  readonly id: string | null;
  readonly target: Target;
  readonly versions: {
    readonly declared: string | null;
    readonly resolved: string | null;
    readonly line: VersionLine;
    readonly source: string | null;
  };
  readonly packages: readonly AltinnPackage[];
  readonly status: StatusName;
  readonly trigger: TriggerName;
  readonly phase: Phase | 'done';
  readonly clients: readonly ClientReport[];
  readonly sections: readonly SectionReport[];
  readonly identities: readonly { readonly hash: string; readonly section: string; readonly environment: string }[];
  /** In the order they are added. */
  readonly providers: readonly {
    readonly kind: 'settings' | 'studio' | 'vault' | 'secret-file' | 'environment' | 'local-file' | 'custom';
    readonly location: Location | null;
  }[];
  /** Who supplies each key of the default section in a deployed app. */
  readonly precedence: readonly {
    readonly key: 'ClientId' | 'Jwk' | 'JwkBase64' | 'Authority' | 'EncodedJwk';
    readonly winner: 'studio' | 'vault' | 'settings' | 'environment' | 'local-file' | 'undecided';
    readonly reason: string;
  }[];
  readonly secrets: readonly {
    readonly name: string;
    readonly certainty: 'listed' | 'seen' | 'inferred';
    readonly evidence: readonly Location[];
  }[];
  readonly scopes: readonly {
    readonly scope: string;
    readonly default: boolean;
    readonly implied: boolean;
    readonly evidence: readonly Location[];
  }[];
  readonly policy: {
    readonly org: string | null;
    readonly file: string | null;
    /** In all states together: as bad as in any of them. */
    readonly actions: Readonly<Record<string, AnswerName>>;
    readonly states: readonly PolicyStateReport[];
    /** Why anything is inconclusive, or why nothing is said of any right. */
    readonly reasons: readonly string[];
  };
  readonly findings: readonly FindingReport[];
}

type ClientKind =
  | 'external-http-client'
  | 'external-handler'
  | 'external-service'
  | 'token-provider'
  | 'built-in-http-client'
  | 'built-in-direct'
  | 'built-in-configuration';

export interface ClientReport {
  readonly id: string;
  readonly kind: ClientKind;
  readonly name: string;
  readonly section: string | null;
  readonly sectionKnown: boolean;
  readonly scopes: readonly string[];
  readonly scopesKnown: boolean;
  readonly exchange: boolean | null;
  readonly keyType: 'jwk' | 'certificate' | 'own' | 'unknown';
  readonly unsupported: readonly string[];
  readonly decision: Decision | 'undecided';
  readonly location: Location;
  readonly calls: readonly Location[];
}

export interface SectionReport {
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly keys: readonly string[];
  readonly shape: 'built-in' | 'external' | 'mixed' | 'authority-only' | 'empty';
  readonly environment: string;
}

export interface PolicyStateReport {
  readonly state: 'not-started' | 'task' | 'end-event' | 'some-task' | 'some-end-event';
  /** Of a task or an end event. */
  readonly id: string | null;
  readonly type: string | null;
  /** What is needed in this state. */
  readonly actions: Readonly<Record<string, PolicyAnswerReport>>;
}

export interface PolicyAnswerReport {
  readonly answer: AnswerName;
  /** The first of the rules behind it, in the order of the file. */
  readonly rules: readonly RuleBehind[];
  /** How many others there are. */
  readonly more: number;
}

export interface RuleBehind {
  /** Its id; null for one without, and for a doubt outside of the rules. */
  readonly rule: string | null;
  readonly line: number;
}

export interface FindingReport {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly phase: Phase | null;
  readonly fix: FixTier;
  readonly message: string;
  readonly data: RuleData[RuleId];
  readonly location: Location;
  readonly fingerprint: string;
  /** `expires` is the last day it may stand; null when nobody set one. */
  readonly suppressed: null | { readonly reason: string; readonly expires: string | null };
}

export interface NotAnalysedFile {
  readonly file: string;
  readonly reason: string;
}

interface Shared {
  readonly sections: readonly { readonly path: string; readonly apps: readonly string[] }[];
  readonly secrets: readonly { readonly name: string; readonly apps: readonly string[] }[];
  readonly identities: readonly { readonly hash: string; readonly apps: readonly string[] }[];
  readonly scopes: readonly { readonly scope: string; readonly apps: readonly string[] }[];
}

export interface Summary {
  readonly apps: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byRule: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}
