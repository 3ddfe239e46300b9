import type { ExchangeExpectedData } from './rules/clients/exchange-expected.ts';
import type { ExternalHttpClientData } from './rules/clients/external-http-client.ts';
import type { ExternalMessageHandlerData } from './rules/clients/external-message-handler.ts';
import type { ExternalPackageData } from './rules/clients/external-package.ts';
import type { ExternalServiceData } from './rules/clients/external-service.ts';
import type { KeyTypeData } from './rules/clients/key-type.ts';
import type { LibraryBringsClientData } from './rules/clients/library-brings-client.ts';
import type { MaskedTokenData } from './rules/clients/masked-token.ts';
import type { ObsoleteSpellingData } from './rules/clients/obsolete-spelling.ts';
import type { PackageMissingData } from './rules/clients/package-missing.ts';
import type { TokenProviderData } from './rules/clients/token-provider.ts';
import type { UnsupportedSettingData } from './rules/clients/unsupported-setting.ts';
import type { CustomPathData } from './rules/config/custom-path.ts';
import type { DefaultPathData } from './rules/config/default-path.ts';
import type { DelegateData } from './rules/config/delegate.ts';
import type { NotAnalysedData } from './rules/files/not-analysed.ts';
import type { MismatchData } from './rules/version/mismatch.ts';
import type { TooOldData } from './rules/version/too-old.ts';
import type { UnknownVersionData } from './rules/version/unknown.ts';

/** What a rule tells about each finding: its sentences are made of this, and the JSON report shows it. */
export interface RuleData {
  'clients/exchange-expected': ExchangeExpectedData;
  'clients/external-http-client': ExternalHttpClientData;
  'clients/external-message-handler': ExternalMessageHandlerData;
  'clients/external-package': ExternalPackageData;
  'clients/external-service': ExternalServiceData;
  'clients/key-type': KeyTypeData;
  'clients/library-brings-client': LibraryBringsClientData;
  'clients/masked-token': MaskedTokenData;
  'clients/obsolete-spelling': ObsoleteSpellingData;
  'clients/package-missing': PackageMissingData;
  'clients/token-provider': TokenProviderData;
  'clients/unsupported-setting': UnsupportedSettingData;
  'config/custom-path': CustomPathData;
  'config/default-path': DefaultPathData;
  'config/delegate': DelegateData;
  'files/not-analysed': NotAnalysedData;
  'version/mismatch': MismatchData;
  'version/too-old': TooOldData;
  'version/unknown': UnknownVersionData;
}

export type RuleId = keyof RuleData;
