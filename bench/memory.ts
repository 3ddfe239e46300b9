import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fleetAt, mixed } from './apps.ts';
import { audit } from './ours.ts';
import { run } from './program.ts';

export interface Memory {
  readonly apps: number;
  readonly peakMebibytes: number;
  /** The report itself, which is held until all is read. */
  readonly reportMebibytes: number;
}

const mark = 'peak resident set in KiB: ';
/** Read by the audit's own process when it ends. */
const asks = `data:text/javascript,process.on('exit',()=>process.stderr.write('${mark}'+process.resourceUsage().maxRSS))`;

export function memoryOver(workplace: string, apps: number): Memory {
  const folder = fleetAt(join(workplace, `memory-${apps}`), apps, mixed);
  const program = audit(folder, { apps, findings: apps });
  const { stdout, stderr } = run({ ...program, args: ['--import', asks, ...program.args] });
  rmSync(folder, { recursive: true });
  const peak = Number(stderr.slice(stderr.lastIndexOf(mark) + mark.length));
  if (!(peak > 0)) throw new Error(`the audit of ${apps} apps did not tell its memory: ${stderr}`);
  return { apps, peakMebibytes: peak / 1024, reportMebibytes: Buffer.byteLength(stdout) / 1024 ** 2 };
}
