import { writeFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';
import { readSchema, ruleLists, schemaFiles } from '../rules/schemas.ts';

/** Lets reports and configurations name the rule: after the others of its area, unless it is there already. */
export function nameInSchemas(id: string): void {
  const area = id.slice(0, id.indexOf('/') + 1);
  for (const path of schemaFiles) {
    const schema = readSchema(path);
    for (const list of ruleLists(schema)) {
      const last = list.findLastIndex((other) => other.startsWith(area));
      if (!list.includes(id)) list.splice(last === -1 ? list.length : last + 1, 0, id);
    }
    writeFileSync(`${projectRoot}${path}`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
