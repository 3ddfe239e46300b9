import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { demand } from '../target.ts';

const schema = new URL('../../../schemas/report.schema.json', import.meta.url);
let validate: ReturnType<Ajv2020['compile']> | undefined;

export function demandReport(json: string): void {
  validate ??= new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));
  const isValid = validate(JSON.parse(json));
  const [first] = validate.errors ?? [];
  demand(
    isValid === true,
    `the report is valid by its schema: ${first?.instancePath.replace(/\d+/g, 'n')} ${first?.message}`,
  );
}
