export const formatNames = ['terminal', 'json', 'markdown', 'html'] as const;

export interface Format {
  readonly name: (typeof formatNames)[number];
  /** null for stdout. */
  readonly file: string | null;
}
