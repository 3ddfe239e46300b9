import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dotnet, NotBuilt } from '../dotnet.ts';
import type { Answer, Request } from './protocol.ts';

/** The program in `proof/wire/harness`, built. */
export interface Harness {
  readonly run: (request: Omit<Request, 'folders'>) => Promise<ReadonlyMap<string, Answer>>;
  /** Assemblies for tokens, to compile with as well. */
  readonly tokenLibraries: readonly string[];
}

export async function openHarness(dotnet: Dotnet): Promise<Harness | NotBuilt> {
  const built = await dotnet.build(fileURLToPath(new URL('harness/wire.csproj', import.meta.url)), 'wire');
  if (built.kind !== 'built') return built;
  const folders = await tokenLibraries(dotnet);
  const assemblies = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter(isOfTokens)
      .map((name) => join(folder, name)),
  );
  return {
    tokenLibraries: assemblies,
    run: async (request) => {
      const input = JSON.stringify({ ...request, folders });
      const { code, output, errors } = await dotnet.run([built.assembly], { input });
      if (code !== 0) throw new Error(`the harness ended with ${code}: ${errors.slice(0, 2000)}`);
      const answers: Answer[] = output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      return new Map(answers.map((answer) => [answer.id, answer]));
    },
  };
}

/** The SDK has libraries for tokens in one of its own tools: newer ones than many a package source. */
async function tokenLibraries(dotnet: Dotnet): Promise<readonly string[]> {
  const { output } = await dotnet.run(['--list-sdks']);
  const tools = output.split(/\r?\n/).flatMap((line) => {
    const [, version, folder] = /^(\S+) \[(.*)\]$/.exec(line) ?? [];
    return version === undefined || folder === undefined
      ? []
      : [join(folder, version, 'DotnetTools', 'dotnet-user-jwts')];
  });
  return tools.filter(existsSync).flatMap((tool) => {
    const paths = readdirSync(tool, { recursive: true, encoding: 'utf8' });
    const found = paths.filter((path) => path.endsWith('Microsoft.IdentityModel.Tokens.dll'));
    return found.map((path) => join(tool, path, '..'));
  });
}

function isOfTokens(name: string): boolean {
  return /^(Microsoft|System)\.IdentityModel\..*\.dll$/.test(name);
}
