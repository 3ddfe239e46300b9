import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SarifLog, SarifRun } from '../../../src/report/sarif/log.ts';

const require = createRequire(import.meta.url);

/** Where the makers of the format keep their validator for this system, with its schema. */
export const validatorProgram: string = require('@microsoft/sarif-multitool');

const schema = JSON.parse(readFileSync(join(dirname(validatorProgram), 'sarif-2.1.0.json'), 'utf8'));

const ajv = new Ajv2020({ allErrors: true, strict: false });
// RFC 3986 in short: what may stand in a reference, percent signs only before two digits.
const reference = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;
ajv.addFormat('uri-reference', reference);
ajv.addFormat('uri', (text) => reference.test(text) && URL.canParse(text));
for (const unused of ['date-time', 'uuid']) ajv.addFormat(unused, true);
const validate = ajv.compile<SarifLog>(schema);

/** The only run of a log that keeps to the schema. */
export function runIn(text: string): SarifRun {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) throw new Error(ajv.errorsText(validate.errors));
  return log.runs[0];
}
