import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Node, Project, type Type } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/commands/config.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { en } from '../../src/words/en.ts';
import { projectRoot } from '../end-to-end/binary.ts';
import { emptyFolder } from '../end-to-end/repo.ts';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

const schema: Schema = JSON.parse(readFileSync(`${projectRoot}schemas/report.schema.json`, 'utf8'));
const configSchema = JSON.parse(readFileSync(`${projectRoot}schemas/config.schema.json`, 'utf8'));

describe('schemas/report.schema.json', () => {
  test('says of every field what the type Report says', () => {
    const project = new Project({ tsConfigFilePath: `${projectRoot}tsconfig.json`, skipAddingFilesFromTsConfig: true });
    const source = project.addSourceFileAtPath(`${projectRoot}src/report/report.ts`);
    project.resolveSourceFileDependencies();
    const report = source.getInterfaceOrThrow('Report').getType();
    expect(describeSchema(schema)).toEqual(describeType(report, source));
  });

  test('knows every rule that is built', () => {
    expect(schema.$defs?.rule?.enum).toEqual(expect.arrayContaining([...ruleIds]));
  });

  test('knows the rules of the contract, each once', () => {
    const rules = schema.$defs?.rule?.enum ?? [];
    expect(rules).toHaveLength(43);
    expect(new Set(rules).size).toBe(43);
  });
});

describe('schemas/config.schema.json', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(configSchema);
  const suppression = { rule: 'config/custom-path', path: '*.cs', reason: 'r', expires: '2027-01-31' };
  const { reason: _, ...unexplained } = suppression;

  test.each([
    [{}],
    [{ $schema: 'x', lang: 'nb', target: 'v9', failOn: 'never', scopes: ['a:b'] }],
    [{ decisions: { 'a:b': 'studio', c: 'own-external', d: 'own-built-in' } }],
    [{ suppressions: [suppression] }],
    [{ lang: 'se' }],
    [{ target: 8 }],
    [{ failOn: 'fatal' }],
    [{ scopes: 'a:b' }],
    [{ scopes: [1] }],
    [{ decisions: { a: 'keep' } }],
    [{ decisions: [] }],
    [{ suppressions: [unexplained] }],
    [{ suppressions: [{ ...suppression, rule: 'config/nonsense' }] }],
    [{ suppressions: [{ ...suppression, expires: 'soon' }] }],
    [{ suppressions: [{ ...suppression, until: 'soon' }] }],
    [{ suppressions: {} }],
    [{ decision: {} }],
  ])('accepts %j exactly when the tool does', (config) => {
    const file = join(emptyFolder(), 'maskinflytt.config.json');
    writeFileSync(file, JSON.stringify(config));
    expect(validate(config)).toBe(isRead(file));
  });

  test('has a rule for each that the report can name', () => {
    expect(configSchema.properties.suppressions.items.properties.rule.enum).toEqual(schema.$defs?.rule?.enum);
  });
});

function isRead(file: string): boolean {
  try {
    readConfig(file, en);
    return true;
  } catch {
    return false;
  }
}

/** A shape that a type and a schema can be compared by; what differs by rule counts as `anything`. */
type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };

function describeSchema(node: Schema): Shape {
  if (node.$ref !== undefined) return node.$ref === '#/$defs/rule' ? 'rule' : describeSchema(definition(node.$ref));
  if (node.anyOf !== undefined) return withNull(describeSchema(node.anyOf.find(({ type }) => type !== 'null') ?? {}));
  if (node.const !== undefined) return [JSON.stringify(node.const)];
  if (node.enum !== undefined) return node.enum.map((value) => JSON.stringify(value)).sort();
  if (Array.isArray(node.type)) {
    const [own] = node.type.filter((type) => type !== 'null');
    return withNull(describeSchema({ ...node, type: own ?? '' }));
  }
  if (node.type === 'array') return { 'items of a list': describeSchema(node.items ?? {}) };
  if (node.type === 'object' && node.properties !== undefined) return fieldsOfSchema(node);
  if (node.type === 'object') {
    const values = node.additionalProperties;
    return typeof values === 'object' ? { 'any name': describeSchema(values) } : 'anything';
  }
  return node.type === 'integer' ? 'number' : String(node.type);
}

function fieldsOfSchema({ properties = {}, required = [], additionalProperties }: Schema): Shape {
  expect(additionalProperties).toBe(false);
  const fields = Object.entries(properties).map(
    ([name, inner]) => [required.includes(name) ? name : `${name}?`, describeSchema(inner)] as const,
  );
  return Object.fromEntries(fields);
}

function definition(reference: string): Schema {
  return schema.$defs?.[reference.replace('#/$defs/', '')] ?? {};
}

function describeType(type: Type, at: Node, name = ''): Shape {
  if (name === 'rule' && type.getUnionTypes().some((part) => part.isStringLiteral())) return 'rule';
  if (name === 'data') return 'anything';
  if (type.isUnion() && !type.isBoolean()) {
    const own = type.getUnionTypes().filter((part) => !part.isNull() && !part.isUndefined());
    const isNullable = type.getUnionTypes().some((part) => part.isNull());
    const [only] = own;
    const isBoolean = own.length === 2 && own.every((part) => part.isBooleanLiteral());
    const shape = isBoolean
      ? 'boolean'
      : own.length === 1 && only !== undefined
        ? describeType(only, at)
        : own.map((part) => JSON.stringify(part.getLiteralValue())).sort();
    return isNullable ? withNull(shape) : shape;
  }
  if (type.isLiteral() && !type.isBoolean()) return [JSON.stringify(type.getLiteralValue())];
  if (type.isReadonlyArray() || type.isArray()) {
    return { 'items of a list': describeType(type.getTypeArguments()[0] ?? type, at) };
  }
  const values = type.getStringIndexType();
  if (values !== undefined) return { 'any name': describeType(values, at) };
  if (!type.isObject()) return type.getText();
  return Object.fromEntries(
    type.getProperties().map((property) => {
      const field = property.getName();
      return [
        property.isOptional() ? `${field}?` : field,
        describeType(property.getTypeAtLocation(at), at, field),
      ] as const;
    }),
  );
}

function withNull(shape: Shape): Shape {
  return { 'null or': shape };
}
