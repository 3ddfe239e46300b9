import { nodesOfKind } from '../../syntax/csharp/file.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { spelledOut } from './external-uses.ts';

const texts = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'];

/** The C# files that hold the package's name in a string: what is loaded by its name needs it as well. */
export function textsNaming({ sources, workspace }: Pick<App, 'sources' | 'workspace'>): readonly string[] {
  // Where nothing is parsed, no file holds the name.
  if (sources.parsed().length === 0) return [];
  return workspace.filesWithAny(['ApiClients'], sources.paths).filter((path) => {
    const file = sources.file(path);
    return file !== null && nodesOfKind(file, ...texts).some((node) => spelledOut.test(textOf(node, file.text)));
  });
}
