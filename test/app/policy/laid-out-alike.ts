import { expect } from 'vitest';
import type { Layout } from './layout.ts';

/** How deep each stands below the root, in the printer's layouts. */
const depths = { Rule: 1, Description: 2, AnyOf: 3, AllOf: 4, Match: 5, AttributeDesignator: 6 };

/** What was inserted into a printed policy is written as the rest of it is. */
export function expectLaidOutAlike(layout: Layout, text: string, after: string, inserted: string): void {
  const { prefix, style, unit, lineEnd, quote } = layout;
  const prefixes = new Set([...inserted.matchAll(/<\/?((?:\w+:)?)[A-Z]\w+/g)].map(([, written]) => written));
  expect([...prefixes], inserted).toEqual([prefix]);
  if (quote === "'" && style !== 'minified') expect(inserted).not.toContain('"');
  expect(after.match(/[ \t]\r?\n/g)?.length, after).toBe(text.match(/[ \t]\r?\n/g)?.length);
  if (style === 'minified') {
    expect(inserted).not.toMatch(/[\r\n]/);
    return;
  }
  if (lineEnd === '\n') expect(inserted).not.toContain('\r');
  if (lineEnd === '\r\n') expect(inserted.replaceAll('\r\n', '')).not.toContain('\n');
  if (style === 'attribute a line' && text.includes('AttributeDesignator'))
    expect(inserted).not.toContain('AttributeDesignator ');
  const own = new RegExp(`^([ \\t]*)</?${prefix}(${Object.keys(depths).join('|')})\\b`);
  for (const line of after.split(/\r?\n/)) {
    const [, indentation, name] = own.exec(line) ?? [];
    const depth = Object.entries(depths).find(([one]) => one === name)?.[1];
    if (depth !== undefined) expect(indentation, after).toBe(unit.repeat(depth));
  }
}
