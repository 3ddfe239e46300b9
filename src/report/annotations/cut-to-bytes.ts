/** As many whole lines as fit with what is said in place of the rest; '' where not even that fits. */
export function cutToBytes(text: string, most: number, said: string): string {
  if (Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength(said);
  if (room < 0) return '';
  const fitting = Buffer.from(text).subarray(0, room).toString('utf8');
  return fitting.slice(0, Math.max(0, fitting.lastIndexOf('\n'))) + said;
}
