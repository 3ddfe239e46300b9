import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { WiringObstacle } from '../../words/wiring-obstacles.ts';
import type { Condition } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { initializerOfLocal, vaultArguments } from './wiring-kind.ts';

/** What the arguments do that the helper does not: it takes address and credentials from `kvSetting`, and every secret. */
export function obstacleInArguments({ invocation, file }: ExecutedCall): WiringObstacle | null {
  const given = vaultArguments(invocation, file).map(({ value }) => initializerOfLocal(value, file.text) ?? value);
  const written = given.map((value) => textOf(value, file.text));
  if (written.some((text) => /KeyVaultConfigurationOptions\b/.test(text))) return 'options';
  const [first, ...others] = given;
  if (first === undefined) return 'other-address';
  const manager = others.at(-1);
  const hasManager = others.length > 1 || written.slice(1).some((text) => /Manager\b/.test(text));
  if (hasManager && manager && !isDefaultManager(textOf(manager, file.text))) return 'own-secret-manager';
  if (!isKnownAddress(first, file)) return 'other-address';
  return written.some((text) => /ClientSecretCredential\b|KeyVaultClient\b|\bClientSecret\b/.test(text)) ||
    others.length > 1
    ? null
    : 'other-credentials';
}

function isDefaultManager(text: string): boolean {
  return /^new\s+([\w.]+\.)?(Default)?KeyVaultSecretManager\s*\(\s*\)$/.test(text) || /\bClientSecret$/.test(text);
}

/** `SecretUri` of what is bound to `kvSetting`. */
function isKnownAddress(expression: SyntaxNode, file: CSharpFile): boolean {
  if (expression.kind === 'identifier') {
    const initializer = initializerOfLocal(expression, file.text);
    return initializer !== null && isKnownAddress(initializer, file);
  }
  if (expression.kind === 'object_creation_expression') {
    const list = childOfKind(expression, 'argument_list');
    const [argument] = list ? namedChildren(list) : [];
    const value = argument && namedChildren(argument).at(-1);
    return value !== undefined && isKnownAddress(value, file);
  }
  if (expression.kind === 'postfix_unary_expression') {
    const [inner] = namedChildren(expression);
    return inner !== undefined && isKnownAddress(inner, file);
  }
  if (expression.kind === 'element_access_expression' && isOfVaultSection(expression, file)) return true;
  const written = textOf(expression, file.text).replace(/[!?]/g, '');
  if (/\["kvSetting:SecretUri"\]$/i.test(written) || /\("kvSetting:SecretUri"\)$/i.test(written)) return true;
  return /\.SecretUri$/.test(written) && /"kvSetting"/i.test(file.text);
}

/** `kv["SecretUri"]`, with `kv` being `config.GetSection("kvSetting")`. */
function isOfVaultSection(subscript: SyntaxNode, file: CSharpFile): boolean {
  const [receiver, key] = [childInRole(subscript, 'expression'), childInRole(subscript, 'subscript')];
  if (receiver === null || key === null || !/^\[\s*"SecretUri"\s*\]$/i.test(textOf(key, file.text))) return false;
  const section = initializerOfLocal(receiver, file.text) ?? receiver;
  return /\bGet(Required)?Section\(\s*"kvSetting"\s*\)$/i.test(textOf(section, file.text));
}

/** What is asked besides where the app runs and whether it was given a vault at all. */
export function strangeCondition(conditions: readonly Condition[]): Condition | null {
  return conditions.find(({ environment, text }) => environment !== 'deployed' && !asksForVault(text)) ?? null;
}

const setting = String.raw`[\w.?!\["\]:]*(?:SecretUri|ClientId|ClientSecret|TenantId|kv\w*|\w*vault\w*)[?!"\]]*`;
const question = new RegExp(
  [
    String.raw`string\.IsNullOr(?:Empty|WhiteSpace)\(\s*${setting}\s*\)`,
    String.raw`${setting}\s*(?:is\s+not|is|!=|==)\s*(?:null|""|string\.Empty)`,
    String.raw`&&|\|\||[!()\s]`,
  ].join('|'),
  'gi',
);

function asksForVault(text: string): boolean {
  return text.replace(question, '') === '';
}
