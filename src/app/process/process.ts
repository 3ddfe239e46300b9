import type { FileRange } from '../../location.ts';
import type { UnreadXmlFile } from '../xml-file.ts';

/** `config/process/process.bpmn` of an app. */
export type ReadProcess =
  | { readonly kind: 'missing' }
  /** It is listed among the files that were not read. */
  | UnreadXmlFile
  | {
      readonly kind: 'process';
      readonly file: string;
      readonly tasks: readonly ProcessTask[];
      readonly endEvents: readonly EndEvent[];
    };

export interface ProcessTask {
  readonly id: string;
  readonly type: TaskType | null;
  /** What a person or a system does to move on. */
  readonly processActions: readonly string[];
  readonly at: FileRange;
}

interface TaskType {
  /** As written. */
  readonly name: string;
  readonly at: FileRange;
}

export interface EndEvent {
  readonly id: string;
  readonly at: FileRange;
}
