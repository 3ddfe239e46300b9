import { asked, isOf, usage } from './command-line.ts';
import { type Dotnet, findDotnet } from './dotnet.ts';
import type { Outcome } from './part.ts';
import { parts } from './parts.ts';

/** `npm run prove [-- part… [--option…]]`: every part, or those named. Ends with 1 when one of them failed. */
const request = asked(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    process.stdout.write(usage());
    break;
  case 'wrong':
    process.stderr.write(`${request.why}\n`);
    process.exitCode = 2;
    break;
  case 'run':
    await prove(request.names, request.options);
}

async function prove(names: readonly string[], options: readonly string[]): Promise<void> {
  const dotnet = await findDotnet();
  const outcomes: Outcome[] = [];
  for (const part of parts.filter(({ name }) => names.includes(name))) {
    const started = performance.now();
    const own = options.filter((written) => part.options.some((option) => isOf(written, option)));
    const outcome = await outcomeOfPart(part, dotnet, own);
    show(part, outcome, (performance.now() - started) / 1000);
    outcomes.push(outcome);
  }
  const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const sum = `${count('holds')} of ${outcomes.length} parts hold, ${count('unable')} left out, ${count('failed')} failed`;
  process.stdout.write(`${sum}\n`);
  if (count('failed') > 0) process.exitCode = 1;
}

/** A part that breaks off has failed, and the others still run. */
async function outcomeOfPart(
  { load }: (typeof parts)[number],
  dotnet: Dotnet | null,
  options: readonly string[],
): Promise<Outcome> {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK on this machine' };
  try {
    return await (await load())({ dotnet, options });
  } catch (error) {
    return { kind: 'failed', numbers: [], failures: [`broke off: ${error instanceof Error ? error.stack : error}`] };
  }
}

function show({ name, shows }: (typeof parts)[number], outcome: Outcome, seconds: number): void {
  const tell = (line: string) => process.stdout.write(`${name}: ${line}\n`);
  if (outcome.kind === 'unable') {
    tell(`left out, ${outcome.reason}`);
    return;
  }
  for (const line of outcome.numbers) tell(line);
  if (outcome.kind === 'failed') for (const failure of outcome.failures) tell(`FAILED ${failure}`);
  tell(`${outcome.kind === 'holds' ? `holds: ${shows}` : 'failed'}, ${seconds.toFixed(1)} s`);
}
