import { blockStructure, csharpStructure, jsonStructure, xmlStructure } from './structure.ts';
import type { Structure } from './text.ts';

/** By the ending of a file's name. */
export function structureOf(path: string): Structure {
  if (/\.cs$/i.test(path)) return csharpStructure;
  if (/\.json$/i.test(path)) return jsonStructure;
  return /\.(xml|bpmn|csproj|props|targets)$/i.test(path) ? xmlStructure : blockStructure;
}
