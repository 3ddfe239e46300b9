import { readFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';

/** The JSON Schemas that name every rule. */
export const schemaFiles = ['schemas/report.schema.json', 'schemas/config.schema.json'];

export function readSchema(path: string): unknown {
  return JSON.parse(readFileSync(`${projectRoot}${path}`, 'utf8'));
}

/** The lists of rule ids in a schema, to be read or added to. */
export function ruleLists(schema: unknown): readonly string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'enum' && isRuleList(value) ? [value] : ruleLists(value),
  );
}

function isRuleList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^[a-z]+\/[a-z0-9-]+$/.test(item));
}
