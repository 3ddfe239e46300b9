import { describe, expect, test } from 'vitest';
import { artifactAt, locationAt } from '../../../src/report/sarif/places.ts';
import { messageText } from '../../../src/report/sarif/text.ts';

describe('a path is a relative reference', () => {
  test.each([
    ['App/Program.cs', 'App/Program.cs'],
    ['App/Min fil.cs', 'App/Min%20fil.cs'],
    ['App/æøå.json', 'App/%C3%A6%C3%B8%C3%A5.json'],
    ['a#b/c?d', 'a%23b/c%3Fd'],
    ['100%/%41', '100%25/%2541'],
    ['"a"/\'b\'', "%22a%22/'b'"],
    ['c:d/e', 'c%3Ad/e'],
    ['a\\b/[c]', 'a%5Cb/%5Bc%5D'],
    ['a\nb/🚀', 'a%0Ab/%F0%9F%9A%80'],
    ['a\ud800b', 'a%EF%BF%BDb'],
    ['@scope/a+b;c=d&e', '%40scope/a%2Bb%3Bc%3Dd%26e'],
  ])('%j', (path, uri) => {
    expect(artifactAt(path)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
    // Whoever resolves it comes back to the very file.
    const resolved = new URL(uri, 'file:///repo/');
    expect(resolved.search + resolved.hash).toBe('');
    expect(decodeURIComponent(resolved.pathname)).toBe(`/repo/${path.replace('\ud800', '\uFFFD')}`);
  });
});

describe('a place is a region', () => {
  const at = (line: number, column: number, endLine: number, endColumn: number) =>
    locationAt('a', { file: 'a', line, column, endLine, endColumn }).physicalLocation.region;

  test('also where nothing stands in it', () => {
    expect(at(3, 5, 4, 1)).toEqual({ startLine: 3, startColumn: 5, endLine: 4, endColumn: 1 });
    expect(at(3, 5, 3, 5)).toEqual({ startLine: 3, startColumn: 5, endLine: 3, endColumn: 5 });
  });

  test('but for a whole file, and one that was never opened', () => {
    expect(at(1, 1, 1, 1)).toBeUndefined();
    expect(locationAt('a', null).physicalLocation).toEqual({ artifactLocation: artifactAt('a') });
  });
});

describe('text out of a file', () => {
  test.each([
    ['{0} { x }', '{{0}} {{ x }}'],
    ['[a](https://example.no)', '[a] (https://example.no)'],
    ['[a][b](1)', '[a][b] (1)'],
    ['a\n\n# b\r\u202e\u001b[31m', 'a # b\uFFFD\uFFFD\uFFFD[31m'],
    [`key ${'-----BEGIN PRIVATE KEY-----'}abc`, 'key •••'],
  ])('is neither argument nor link, nor more than a line: %j', (text, shown) => {
    expect(messageText(text, 'x')).toBe(`${shown}\n\nx`);
  });
});
