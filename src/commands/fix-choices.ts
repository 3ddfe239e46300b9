import type { Phase } from '../rules/finding.ts';
import type { Choices } from './choices.ts';

export interface FixChoices extends Choices {
  readonly phase: Phase | 'next';
  readonly fixes: 'safe' | 'review';
  readonly delivery: Delivery;
  /** What the user vouches for, where files are written. */
  readonly assurances: { readonly scopesAdded: boolean; readonly productionVerified: boolean };
  /** Asked before each change; null takes all. */
  readonly confirm: ((change: ProposedChange) => Promise<boolean>) | null;
}

/** One fix, as a person is asked about it. */
export interface ProposedChange {
  readonly label: string;
  readonly message: string;
  readonly diff: string;
}

/** What becomes of the changes. */
export type Delivery =
  | { readonly kind: 'print'; readonly reverse: boolean }
  | { readonly kind: 'file'; readonly file: string; readonly reverse: boolean }
  | { readonly kind: 'folder'; readonly folder: string; readonly reverse: boolean }
  | WriteDelivery;

export interface WriteDelivery {
  readonly kind: 'write';
  readonly commit: boolean;
  readonly allowDirty: boolean;
}
