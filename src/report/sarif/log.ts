import type { Phase, Severity } from '../../rules/finding.ts';

/** The part of SARIF 2.1.0 that is written here. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: { readonly driver: Driver };
  readonly language: string;
  readonly columnKind: 'utf16CodeUnits';
  readonly newlineSequences: readonly string[];
  readonly redactionTokens: readonly string[];
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: SarifMessage }>>;
  readonly invocations: readonly [Invocation];
  readonly results: readonly SarifResult[];
}

interface Driver {
  readonly name: string;
  readonly semanticVersion: string;
  readonly language: string;
  readonly rules: readonly RuleDescriptor[];
}

export interface RuleDescriptor {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  readonly helpUri?: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: Severity };
  readonly properties: {
    readonly precision: Precision;
    readonly 'problem.severity': 'error' | 'warning' | 'recommendation';
    readonly tags: readonly string[];
  };
}

export type Precision = 'very-high' | 'high' | 'medium' | 'low';

export interface SarifMessage {
  readonly text: string;
}

interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly Notification[];
  readonly toolConfigurationNotifications: readonly Notification[];
}

export interface Notification {
  readonly descriptor: { readonly id: string };
  readonly level: Severity;
  readonly message: SarifMessage;
  readonly locations?: readonly SarifLocation[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Severity;
  readonly message: SarifMessage;
  readonly locations: readonly [SarifLocation];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly Suppression[];
  readonly fixes?: readonly SarifFix[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface SarifLocation {
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
}

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId: '%SRCROOT%';
}

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Suppression {
  readonly kind: 'external' | 'inSource';
  readonly status: 'accepted';
  readonly justification: string;
}

export interface SarifFix {
  readonly description: SarifMessage;
  readonly properties: { readonly phase: Phase; readonly tier: 'safe' | 'review' };
  readonly artifactChanges: readonly {
    readonly artifactLocation: ArtifactLocation;
    readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: SarifMessage }[];
  }[];
}
