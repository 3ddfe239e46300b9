/** How many columns of a terminal a text takes: combining marks none, East Asian and emoji characters two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** What fits; the rest gives way to a mark. */
export function beginning(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${takeUntil(text, width - 1)}…`;
}

export function takeUntil(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

function widthOf(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

/**
 * What a terminal would obey instead of showing: control characters, and those that turn the direction of writing, with
 * which code can look like something else. At the end of a line a carriage return does nothing.
 */
const commanding =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

export function printable(text: string): string {
  return text.replace(commanding, '\uFFFD');
}

/** What stands in the middle of a text of ours must not look like a line of its own. */
export function onOneLine(text: string): string {
  return printable(text).replace(/[\r\n\t]+/g, ' ');
}
