import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appAt } from './apps.ts';

/** Methods in a file, by turns: most files are short, and one in fifty is long. */
const lengths = [0, 1, 1, 2, 3, 5, 8];
const longLength = 150;
/** Every so many files one has to do with Maskinporten, and every other of those registers a client. */
const hitEvery = 50;

/** One app of many ordinary files: services, models and handlers. */
export function treeAt(folder: string, files: number): string {
  appAt(folder, 'custom-path-constant');
  for (let index = 0; index < files; index++) {
    const place = join(folder, 'App', 'generated', String(index % 40));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `Handler${index}.cs`), index % hitEvery === 0 ? registrations(index) : handler(index));
  }
  return folder;
}

export function hitsIn(files: number): number {
  return Math.ceil(files / hitEvery / 2);
}

function handler(index: number): string {
  const length = index % 50 === 1 ? longLength : (lengths[index % lengths.length] ?? 0);
  return file(
    index,
    `public class Handler${index}(IStore _store)`,
    Array.from({ length }, (_, at) => step(index, at)),
  );
}

function registrations(index: number): string {
  const registers = (index / hitEvery) % 2 === 0;
  const call = registers
    ? `services.ConfigureMaskinportenClient("Part${index}:MaskinportenSettings");`
    : '// As Maskinporten wants it.';
  const method = `
    public static void AddPart${index}(this IServiceCollection services)
    {
        ${call}
    }`;
  return file(index, `public static class Registrations${index}`, [method, step(index, 0)]);
}

function step(index: number, at: number): string {
  return `
    /// <summary>Step ${at} of handler ${index}.</summary>
    public async Task<string> Step${at}(string id, int count = ${at})
    {
        if (string.IsNullOrWhiteSpace(id)) throw new ArgumentException($"No id in step {count}", nameof(id));
        var items = await _store.Where(item => item.Id == id && item.Count > count).Select(item => item.Name).ToListAsync();
        return string.Join(", ", items.OrderBy(name => name));
    }`;
}

function file(index: number, declaration: string, members: readonly string[]): string {
  const usings = ['Altinn.App.Api.Extensions', 'System', 'System.Linq', 'System.Threading.Tasks'];
  const heading = usings.map((name) => `using ${name};\n`).join('');
  return `${heading}\nnamespace Generated.Part${index % 40};\n\n${declaration}\n{${members.join('\n')}\n}\n`;
}
