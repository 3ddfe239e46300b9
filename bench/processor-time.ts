import { existsSync, readFileSync } from 'node:fs';

const accounts = '/proc/self/stat';
const ticksASecond = 100;

/**
 * Seconds of processor time of all programs that this one has run and waited for. The system counts finely and tells in
 * hundredths, so differences are right on average. Only Linux tells; elsewhere null.
 */
export function processorTime(): number | null {
  if (!existsSync(accounts)) return null;
  const text = readFileSync(accounts, 'utf8');
  // The second field is a name in parentheses, which may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [Number(fields[13]), Number(fields[14])];
  return (user + system) / ticksASecond;
}
