import ts from 'typescript';
import { projectRoot } from '../project.ts';
import type { Mutant } from './mutant.ts';

/** Asks TypeScript whether a mutant compiles at all. */
export function makeCompiler(sources: ReadonlyMap<string, string>): (mutant: Mutant) => boolean {
  const config = ts.readConfigFile(`${projectRoot}tsconfig.json`, ts.sys.readFile);
  const { options: strict } = ts.parseJsonConfigFileContent(config.config, ts.sys, projectRoot);
  // What is left unused is untidy, and still a way in which the sources could be wrong.
  const options = { ...strict, noUnusedLocals: false, noUnusedParameters: false };
  const { fileNames } = ts.parseJsonConfigFileContent({ ...config.config, include: ['src'] }, ts.sys, projectRoot);
  const mutated = { path: '', text: '', version: 0 };
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (path) => (path === mutated.path ? `${mutated.version}` : '0'),
    getScriptSnapshot: (path) => {
      const text = path === mutated.path ? mutated.text : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => projectRoot,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  return ({ file, start, end, replacement }) => {
    const text = sources.get(file) ?? '';
    mutated.path = projectRoot + file;
    mutated.text = text.slice(0, start) + replacement + text.slice(end);
    mutated.version++;
    return (
      [...service.getSyntacticDiagnostics(mutated.path), ...service.getSemanticDiagnostics(mutated.path)].length === 0
    );
  };
}
