import type { YamlErrorCode } from './document.ts';

/** Thrown inside this room only, and turned into an error value by `parseYaml`. */
export class Refusal extends Error {
  readonly code: YamlErrorCode;
  readonly offset: number;

  constructor(code: YamlErrorCode, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}
