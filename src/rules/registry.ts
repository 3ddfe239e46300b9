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
import { deadSection } from './config/dead-section.ts';
import { defaultPath } from './config/default-path.ts';
import { defaultSectionShared } from './config/default-section-shared.ts';
import { delegate } from './config/delegate.ts';
import { earlyRead } from './config/early-read.ts';
import { environmentOverride } from './config/environment-override.ts';
import { localFile } from './config/local-file.ts';
import { mixedCredentials } from './config/mixed-credentials.ts';
import { settingsFilePath } from './config/settings-file-path.ts';
import { settingsInCode } from './config/settings-in-code.ts';
import { notAnalysed } from './files/not-analysed.ts';
import { studioFileNotLoaded } from './host/studio-file-not-loaded.ts';
import { authenticationLevel } from './policy/authentication-level.ts';
import { foreignOrg } from './policy/foreign-org.ts';
import { inconclusivePolicy } from './policy/inconclusive.ts';
import { serviceOwnerRights } from './policy/service-owner-rights.ts';
import type { Rule } from './rule.ts';
import { differByEnvironment } from './scopes/differ-by-environment.ts';
import { toAdd } from './scopes/to-add.ts';
import { unresolvedScopes } from './scopes/unresolved.ts';
import { committedKey } from './secrets/committed-key.ts';
import { beforeHost } from './vault/before-host.ts';
import { handwrittenProvider } from './vault/handwritten-provider.ts';
import { missingMount } from './vault/missing-mount.ts';
import { overridesStudio } from './vault/overrides-studio.ts';
import { retireSecrets } from './vault/retire-secrets.ts';
import { secretsClient } from './vault/secrets-client.ts';
import { unusedProvider } from './vault/unused-provider.ts';
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
  'config/dead-section': deadSection,
  'config/default-path': defaultPath,
  'config/default-section-shared': defaultSectionShared,
  'config/delegate': delegate,
  'config/early-read': earlyRead,
  'config/environment-override': environmentOverride,
  'config/local-file': localFile,
  'config/mixed-credentials': mixedCredentials,
  'config/settings-file-path': settingsFilePath,
  'config/settings-in-code': settingsInCode,
  'files/not-analysed': notAnalysed,
  'host/studio-file-not-loaded': studioFileNotLoaded,
  'policy/authentication-level': authenticationLevel,
  'policy/foreign-org': foreignOrg,
  'policy/inconclusive': inconclusivePolicy,
  'policy/service-owner-rights': serviceOwnerRights,
  'scopes/differ-by-environment': differByEnvironment,
  'scopes/to-add': toAdd,
  'scopes/unresolved': unresolvedScopes,
  'secrets/committed-key': committedKey,
  'vault/before-host': beforeHost,
  'vault/handwritten-provider': handwrittenProvider,
  'vault/missing-mount': missingMount,
  'vault/overrides-studio': overridesStudio,
  'vault/retire-secrets': retireSecrets,
  'vault/secrets-client': secretsClient,
  'vault/unused-provider': unusedProvider,
  'version/mismatch': mismatch,
  'version/too-old': tooOld,
  'version/unknown': unknownVersion,
};

export const ruleIds: readonly RuleId[] = Object.values(rules).map(({ id }) => id);

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
