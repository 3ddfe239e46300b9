import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { temporaryFolder, writeFiles } from '../files/repo.ts';

/** A real folder with these files, gone after the test. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const root = temporaryFolder();
  writeFiles(root, files);
  return openWorkspace({ root, files: walk(root).files });
}

/** A web project with these items and properties. */
export function webProject(body: string): string {
  return `<Project Sdk="Microsoft.NET.Sdk.Web">\n${body}\n</Project>\n`;
}

export function references(items: Readonly<Record<string, string>>): string {
  const lines = Object.entries(items).map(
    ([id, version]) => `<PackageReference Include="${id}" Version="${version}" />`,
  );
  return `<ItemGroup>\n${lines.join('\n')}\n</ItemGroup>`;
}
