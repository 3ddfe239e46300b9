import { createRequire } from 'node:module';
import { rgPath } from '@vscode/ripgrep';
import type { Program } from './program.ts';

/** The words that decide what an audit parses. */
const words = ['Maskinporten', 'MaskinPorten', 'AddAzureKeyVault', 'ConnectToKeyVault'];

/** It prints a line for each file that holds one of the words. */
export function ripgrep(path: string, files: number): Program {
  const args = ['-c', ...words.flatMap((word) => ['-e', word]), path];
  const isRight = (stdout: string, status: number | null) => status === 0 && stdout.trim().split('\n').length >= files;
  return { name: 'rg', command: rgPath, args, isRight };
}

/** The calls of C# that an audit looks for, as patterns. */
const patterns = [
  '$S.AddMaskinportenHttpClient<$$$T>($$$A)',
  '$S.AddMaskinportenHttpMessageHandler<$$$T>($$$A)',
  '$S.RegisterMaskinportenClientDefinition<$$$T>($$$A)',
  '$S.ConfigureMaskinportenClient($$$A)',
  '$S.UseMaskinportenAuthorization($$$A)',
  '$S.UseMaskinportenAltinnAuthorization($$$A)',
  '$S.AddAzureKeyVaultAsConfigProvider()',
  '$S.AddAzureKeyVault($$$A)',
];

/** Its own program, not the Node script in front of it, which would count as its time. */
export function astGrep(path: string, hits: number): Program {
  const rule = { id: 'calls', language: 'CSharp', rule: { any: patterns.map((pattern) => ({ pattern })) } };
  const args = ['scan', '--inline-rules', JSON.stringify(rule), '--json=stream', path];
  const isRight = (stdout: string, status: number | null) => status === 0 && stdout.trim().split('\n').length >= hits;
  return { name: 'ast-grep', command: astGrepBinary(), args, isRight };
}

function astGrepBinary(): string {
  const { platform, arch } = process;
  const libc = { linux: '-gnu', win32: '-msvc' }[String(platform)] ?? '';
  const folder = `@ast-grep/cli-${platform}-${arch}${libc}`;
  const here = createRequire(createRequire(import.meta.url).resolve('@ast-grep/cli/package.json'));
  return here.resolve(`${folder}/ast-grep${platform === 'win32' ? '.exe' : ''}`);
}
