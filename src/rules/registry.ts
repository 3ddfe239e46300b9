import type { RuleId } from '../words/rule-words.ts';
import { exchangeExpected } from './clients/exchange-expected.ts';
import { externalHttpClient } from './clients/external-http-client.ts';
import { externalMessageHandler } from './clients/external-message-handler.ts';
import { externalPackage } from './clients/external-package.ts';
import { externalService } from './clients/external-service.ts';
import { keyType } from './clients/key-type.ts';
import { libraryBringsClient } from './clients/library-brings-client.ts';
import { maskedToken } from './clients/masked-token.ts';
import { obsoleteSpelling } from './clients/obsolete-spelling.ts';
import { packageMissing } from './clients/package-missing.ts';
import { tokenProvider } from './clients/token-provider.ts';
import { unsupportedSetting } from './clients/unsupported-setting.ts';
import { customPath } from './config/custom-path.ts';
import { defaultPath } from './config/default-path.ts';
import { delegate } from './config/delegate.ts';
import { notAnalysed } from './files/not-analysed.ts';
import type { Rule } from './rule.ts';
import { mismatch } from './version/mismatch.ts';
import { tooOld } from './version/too-old.ts';
import { unknownVersion } from './version/unknown.ts';

/** Every rule, by id. */
export const rules: { readonly [Id in RuleId]: Rule<Id> } = {
  'clients/exchange-expected': exchangeExpected,
  'clients/external-http-client': externalHttpClient,
  'clients/external-message-handler': externalMessageHandler,
  'clients/external-package': externalPackage,
  'clients/external-service': externalService,
  'clients/key-type': keyType,
  'clients/library-brings-client': libraryBringsClient,
  'clients/masked-token': maskedToken,
  'clients/obsolete-spelling': obsoleteSpelling,
  'clients/package-missing': packageMissing,
  'clients/token-provider': tokenProvider,
  'clients/unsupported-setting': unsupportedSetting,
  'config/custom-path': customPath,
  'config/default-path': defaultPath,
  'config/delegate': delegate,
  'files/not-analysed': notAnalysed,
  'version/mismatch': mismatch,
  'version/too-old': tooOld,
  'version/unknown': unknownVersion,
};

export const ruleIds: readonly RuleId[] = Object.values(rules).map(({ id }) => id);

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
