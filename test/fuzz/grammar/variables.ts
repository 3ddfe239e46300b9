import { hostilePiece } from '../mutate/hostile.ts';
import type { Random } from '../random.ts';

const names = [
  'MaskinportenSettings__ClientId',
  'a__MaskinportenSettings__EncodedJwk',
  'kvSetting__ClientSecret',
  'MASKINPORTENSETTINGS__SCOPE',
  'MaskinportenSettingsFilepath',
  '__',
  'MaskinportenSettings__',
  'A:MaskinportenSettings:Jwk',
  '__proto__',
];
const values = [
  'x',
  '"x y"',
  "'x'",
  '$VALUE',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: shells fill it in.
  '${VALUE:-x}',
  '$(az keyvault secret show)',
  '""',
  '',
  '{{ .Values.x }}',
  '#{Token}#',
  '\\',
  '|',
  '>-',
  '&a',
  '*a',
];

const name = (random: Random) => random.among(names) ?? 'A';
const value = (random: Random) => (random.chance(0.1) ? hostilePiece(random) : (random.among(values) ?? 'x'));
const lines = (random: Random, most: number, line: () => string) =>
  Array.from({ length: random.below(most) }, line).join(random.chance(0.9) ? '\n' : '\r\n');

export function launchSettings(random: Random): string {
  const entries = Array.from({ length: random.below(4) }, () => [name(random), value(random)]);
  const profiles = { App: { commandName: 'Project', environmentVariables: Object.fromEntries(entries) } };
  return JSON.stringify(random.chance(0.9) ? { profiles } : { profiles: [profiles] }, null, 2);
}

export function dockerfile(random: Random): string {
  return lines(random, 12, () => {
    const [key, text] = [name(random), value(random)];
    return random.pick([
      `ENV ${key}=${text}`,
      `ENV ${key} ${text}`,
      `ENV ${key}=${text} \\\n  ${name(random)}=${value(random)}`,
      `ARG ${key}=${text}`,
      `RUN export ${key}=${text} && x`,
      `RUN <<EOF\n${key}=${text}\nEOF`,
      `# ENV ${key}=${text}`,
      'FROM a AS b',
      `SHELL ["${text}"]`,
    ]);
  });
}

export function compose(random: Random): string {
  const list = lines(random, 8, () => `      - ${name(random)}=${value(random)}`);
  const map = lines(random, 8, () => `      ${name(random)}: ${value(random)}`);
  return `services:\n  app:\n    environment:\n${random.chance(0.5) ? list : map}\n`;
}

export function pipeline(random: Random): string {
  return `variables:\n${lines(random, 5, () => `  ${name(random)}: ${value(random)}`)}\nsteps:\n${lines(random, 8, () => `  - script: |\n      ${script(random).replaceAll('\n', '\n      ')}`)}\n`;
}

export function script(random: Random): string {
  return lines(random, 10, () =>
    random.pick([
      `az keyvault secret set --name myapp--MaskinportenSettings--ClientId --value ${value(random)}`,
      `az keyvault secret set --name "MaskinportenSettings--${value(random)}" -f ${value(random)}`,
      `$secrets = @{ 'a--MaskinportenSettings--EncodedJwk' = ${value(random)} }`,
      `export ${name(random)}=${value(random)}`,
      `for n in ClientId EncodedJwk; do echo MaskinportenSettings--$n; done`,
      `${'a--'.repeat(random.below(60))}MaskinportenSettings--Jwk`,
      hostilePiece(random),
    ]),
  );
}
