import { annotationsEn } from './annotations.ts';
import { checklistEn } from './checklist-en.ts';
import { enumerated } from './enumerated.ts';
import { pageEn } from './page.ts';
import { plural } from './plural.ts';
import { policyEn } from './policy.ts';
import { precedenceEn } from './precedence.ts';
import { reason, unknownValue } from './reasons-en.ts';
import { exchangeExpected } from './rules/clients/exchange-expected.ts';
import { externalHttpClient } from './rules/clients/external-http-client.ts';
import { externalMessageHandler } from './rules/clients/external-message-handler.ts';
import { externalPackage } from './rules/clients/external-package.ts';
import { externalService } from './rules/clients/external-service.ts';
import { keyType } from './rules/clients/key-type.ts';
import { libraryBringsClient } from './rules/clients/library-brings-client.ts';
import { maskedToken } from './rules/clients/masked-token.ts';
import { obsoleteSpelling } from './rules/clients/obsolete-spelling.ts';
import { packageMissing } from './rules/clients/package-missing.ts';
import { tokenProvider } from './rules/clients/token-provider.ts';
import { unsupportedSetting } from './rules/clients/unsupported-setting.ts';
import { customPath } from './rules/config/custom-path.ts';
import { deadSection } from './rules/config/dead-section.ts';
import { defaultPath } from './rules/config/default-path.ts';
import { defaultSectionShared } from './rules/config/default-section-shared.ts';
import { delegate } from './rules/config/delegate.ts';
import { earlyRead } from './rules/config/early-read.ts';
import { environmentOverride } from './rules/config/environment-override.ts';
import { localFile } from './rules/config/local-file.ts';
import { mixedCredentials } from './rules/config/mixed-credentials.ts';
import { settingsFilePath } from './rules/config/settings-file-path.ts';
import { settingsInCode } from './rules/config/settings-in-code.ts';
import { notAnalysed } from './rules/files/not-analysed.ts';
import { studioFileNotLoaded } from './rules/host/studio-file-not-loaded.ts';
import { authenticationLevel } from './rules/policy/authentication-level.ts';
import { foreignOrg } from './rules/policy/foreign-org.ts';
import { inconclusivePolicy } from './rules/policy/inconclusive.ts';
import { serviceOwnerRights } from './rules/policy/service-owner-rights.ts';
import { differByEnvironment } from './rules/scopes/differ-by-environment.ts';
import { toAdd } from './rules/scopes/to-add.ts';
import { unresolvedScopes } from './rules/scopes/unresolved.ts';
import { committedKey } from './rules/secrets/committed-key.ts';
import { beforeHost } from './rules/vault/before-host.ts';
import { handwrittenProvider } from './rules/vault/handwritten-provider.ts';
import { missingMount } from './rules/vault/missing-mount.ts';
import { overridesStudio } from './rules/vault/overrides-studio.ts';
import { retireSecrets } from './rules/vault/retire-secrets.ts';
import { secretsClient } from './rules/vault/secrets-client.ts';
import { unusedProvider } from './rules/vault/unused-provider.ts';
import { mismatch } from './rules/version/mismatch.ts';
import { tooOld } from './rules/version/too-old.ts';
import { unknownVersion } from './rules/version/unknown.ts';
import { sarifEn } from './sarif.ts';
import { suppliersEn } from './suppliers.ts';
import { suppressionsEn } from './suppressions.ts';
import { triggerEn } from './trigger.ts';
import type { Words } from './words.ts';

/** Ends a sentence. */
const orElse = (nearest: string | null) => (nearest === null ? '.' : `; did you mean "${nearest}"?`);
const quotedIfEmpty = (path: string) => (path === '' ? '""' : path);
const nonZero = (count: number, one: string, many: string) => (count === 0 ? [] : [plural(count, one, many)]);

export const en: Words = {
  reason,
  unknownValue,
  rules: {
    'clients/exchange-expected': exchangeExpected.en,
    'clients/external-http-client': externalHttpClient.en,
    'clients/external-message-handler': externalMessageHandler.en,
    'clients/external-package': externalPackage.en,
    'clients/external-service': externalService.en,
    'clients/key-type': keyType.en,
    'clients/library-brings-client': libraryBringsClient.en,
    'clients/masked-token': maskedToken.en,
    'clients/obsolete-spelling': obsoleteSpelling.en,
    'clients/package-missing': packageMissing.en,
    'clients/token-provider': tokenProvider.en,
    'clients/unsupported-setting': unsupportedSetting.en,
    'config/custom-path': customPath.en,
    'config/dead-section': deadSection.en,
    'config/default-path': defaultPath.en,
    'config/default-section-shared': defaultSectionShared.en,
    'config/delegate': delegate.en,
    'config/early-read': earlyRead.en,
    'config/environment-override': environmentOverride.en,
    'config/local-file': localFile.en,
    'config/mixed-credentials': mixedCredentials.en,
    'config/settings-file-path': settingsFilePath.en,
    'config/settings-in-code': settingsInCode.en,
    'files/not-analysed': notAnalysed.en,
    'host/studio-file-not-loaded': studioFileNotLoaded.en,
    'policy/authentication-level': authenticationLevel.en,
    'policy/foreign-org': foreignOrg.en,
    'policy/inconclusive': inconclusivePolicy.en,
    'policy/service-owner-rights': serviceOwnerRights.en,
    'scopes/differ-by-environment': differByEnvironment.en,
    'scopes/to-add': toAdd.en,
    'scopes/unresolved': unresolvedScopes.en,
    'secrets/committed-key': committedKey.en,
    'vault/before-host': beforeHost.en,
    'vault/handwritten-provider': handwrittenProvider.en,
    'vault/missing-mount': missingMount.en,
    'vault/overrides-studio': overridesStudio.en,
    'vault/retire-secrets': retireSecrets.en,
    'vault/secrets-client': secretsClient.en,
    'vault/unused-provider': unusedProvider.en,
    'version/mismatch': mismatch.en,
    'version/too-old': tooOld.en,
    'version/unknown': unknownVersion.en,
  },
  severity: { error: 'error', warning: 'warning', note: 'note' },
  phase: { prepare: 'prepare', switch: 'switch', cleanup: 'cleanup', done: 'done' },
  phaseIs: {
    prepare: 'changes that do not touch which credentials are used; may be merged any time',
    switch: 'the move to the provisioned client; deploy once the scopes are in Altinn Studio',
    cleanup: 'what is left over; only after production is verified',
    done: 'nothing left to do',
  },
  tier: { safe: 'safe fix', review: 'fix to review', manual: 'by hand', none: 'no fix' },
  tierIs: {
    safe: 'everything it rests on is known; may be merged as it is',
    review: 'right in the usual case, or changes something that is named; read it first',
    manual: 'a person decides; the finding says what to do',
    none: 'for information',
  },
  status: {
    none: 'no use of Maskinporten',
    studio: 'managed by Altinn Studio',
    undetermined: 'default path, but something else than Studio could supply the credentials',
    legacy: 'credentials managed by hand',
    mixed: 'partly managed by hand, partly the built-in client',
    own: 'every client is decided to keep credentials of its own',
    blocked: 'credentials managed by hand; the app library is too old to move them, so upgrading it comes first',
  },
  programUnread: (files) =>
    `${enumerated(files, 'and')} could not be read, so whether the app uses Maskinporten cannot be told`,
  trigger: triggerEn,
  supplier: suppliersEn,
  precedence: precedenceEn,
  policy: policyEn,
  page: pageEn,
  annotations: annotationsEn,
  checklist: checklistEn,
  sarif: sarifEn,
  terminal: {
    unnamedApp: '(no usable id in applicationmetadata.json)',
    version: (version) => `Altinn.App ${version}`,
    versionUnknown: 'Altinn.App version unknown',
    assumed: (version) => `taken to be ${version}`,
    aimingAt: (target) => `target ${target}`,
    why: 'Why',
    next: 'Do',
    because: 'By hand because',
    look: 'Review because',
    noFindings: 'no findings.',
    keptByDecision: (kept) => `Left alone by decision: ${kept.join(', ')}.`,
    manyPaths: '<the same paths>',
    nothingIn: (apps) => `Nothing to report in ${plural(apps, 'app', 'apps')}`,
    apps: (count) => plural(count, 'app', 'apps'),
    counts: (errors, warnings, notes) =>
      [
        ...nonZero(errors, 'error', 'errors'),
        ...nonZero(warnings, 'warning', 'warnings'),
        ...nonZero(notes, 'note', 'notes'),
      ].join(', '),
    suppressed: (count) => `${plural(count, 'finding is', 'findings are')} suppressed, and not counted.`,
    byHandFirst: (count) =>
      `First by hand: ${plural(count, 'finding', 'findings')} in earlier phases ${count === 1 ? 'has' : 'have'} no patch.`,
    patchOf: (phase) => `Patch of phase ${phase}`,
    tellMore: 'More about a rule',
    progress: (number, of, repo) => `Reading repo ${number} of ${of}: ${repo}`,
    decide: (clients) =>
      `${clients === 1 ? 'One choice is' : 'These choices are'} yours, before anything is patched. Pass one of them for each client, or put it into "decisions" of maskinflytt.config.json:`,
    choices: {
      studio: 'its scopes go to the client that Altinn Studio manages',
      'own-external': 'the app keeps this client, its section and the external package',
      'own-built-in':
        'the built-in client uses this section (v8 only); where the external package reads it today, it needs other keys (Authority, JwkBase64)',
    },
    sectionless: (place, why) => `${place}, ${why === 'in-code' ? 'set in code' : 'section unknown'}`,
    source: (kind, files) =>
      ({
        settings: files === 'shared' ? 'appsettings.json' : 'appsettings.{Environment}.json',
        studio: 'maskinporten-settings.json (Altinn Studio)',
        vault: 'Key Vault',
        'secret-file': 'the secret mount',
        environment: 'environment variables',
        'local-file': 'appsettings.Local.json',
        custom: 'a source of the app’s own',
      })[kind],
    sources: (inOrder) => `Configuration sources, the last one that has a key wins: ${inOrder}.`,
    undecided: 'undecided',
    userSecrets: (id, file) =>
      `Local runs also read user secrets, outside the repo (${id}, ${file}): what they hold cannot be seen, and is never deployed.`,
    versionFrom: (declared, file) =>
      declared === null ? `Version looked for in ${file}` : `Version ${declared} is stated in ${file}`,
    package: (id, version, how, source) =>
      `Package ${id} ${version ?? '(version unknown)'}: ${
        {
          direct: 'referenced by',
          central: 'its version stands in',
          transitive: 'brought along by what is referenced in',
          project: 'referenced by a project of the repo,',
        }[how]
      } ${source}`,
    readThrough: (places) => `The value was read through ${places}`,
    outsideApps: (keys) => `Outside of any app: ${plural(keys, 'private key', 'private keys')}`,
    inNoApp: (rule, message, line) => `${rule}: ${message} It stands on line ${line}, and belongs to no app.`,
  },
  suppressions: suppressionsEn,
  fix: {
    progress: (number, of, repo) => `Making and checking the patch of repo ${number} of ${of}: ${repo}`,
    nothing: (phase) => `Nothing to patch in phase ${phase}.`,
    noneTaken: 'No change was taken.',
    nothingAnywhere: 'Nothing to patch in any phase.',
    laterPhase: (phase, command) => `Phase ${phase} has a patch too, for later: ${command}`,
    summary: (findings, files, phase) =>
      `Phase ${phase}: ${plural(findings, 'finding', 'findings')} fixed in ${plural(files, 'file', 'files')}.`,
    howToApply: (command) => `Apply it with: ${command}`,
    verified: 'Verified: the patched files were parsed and audited again. Not compiled: run dotnet build.',
    written: (files) => `${plural(files, 'file', 'files')} written.`,
    committed: (branch) => `Committed on the new branch ${branch}.`,
    leftToPeople: (count, phase) =>
      `${plural(count, 'finding', 'findings')} of phase ${phase} ${count === 1 ? 'is' : 'are'} left to a person; see audit.`,
    leftInAll: (count) =>
      `${plural(count, 'finding', 'findings')} ${count === 1 ? 'is' : 'are'} left to a person; see audit.`,
    doFirst: (count, earlier, phase) =>
      `Phase ${earlier} should be done before phase ${phase}: ${plural(count, 'finding', 'findings')} of it ${count === 1 ? 'is' : 'are'} left to a person; see audit.`,
    savedPatch: (file) => `Patch written to ${file}.`,
    dirty: (files) =>
      `The work tree has changes that are not committed (${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}). Commit or stash them, or pass --allow-dirty.`,
    needsScopesAdded:
      'Writing the switch phase wants --scopes-added: it says that the scopes have been added in Altinn Studio, without which the app gets no tokens after the next deploy.',
    needsProductionVerified:
      'Writing the cleanup phase wants --production-verified: it says that tokens have been verified in production, because cleanup removes what a rollback needs.',
    gitSilent: (root) =>
      `Whether ${root} has changes that are not committed cannot be told, because git did not answer. Pass --allow-dirty to write all the same.`,
    severalRoots: (roots) => `The patch spans ${roots} git repos. Pass --output-dir, which takes one patch for each.`,
    notGit: (root) => `${root} is not in a git repo, so nothing was committed. Use --write instead.`,
    writeFailed: (file, error) =>
      `${file} could not be written (${error}). Everything was put back; nothing has changed.`,
    changedMeanwhile: (file) => `${file} changed while the patch was made. Nothing was written; run the command again.`,
    refusedLink: (file) => `${file} is a link, or lies behind one, or cannot be changed safely. Nothing was written.`,
    notWritable: (file, error) => `${file} could not be written: ${error}.`,
    notAFolder: (folder) => `${folder} is not a folder`,
    folderNotMade: (folder, error) => `the folder ${folder} could not be made (${error})`,
    ask: (label) => `${label}: take this change? [y/n] `,
    secretInPatch: (file) =>
      `${file}: the patch would show a line with a key, so it was not made; move the key out of the file first, or use --write, which shows nothing.`,
    commitFailed: (root, why) =>
      `The files in ${root} were written, but git did not commit them (${why}); commit them yourself.`,
    branchExists: (branch, root) =>
      `The branch ${branch} exists already in ${root}; nothing was written. Delete it, or use --write.`,
    branchFailed: (branch, root, why) => `The branch ${branch} could not be made in ${root} (${why}).`,
    commitSubject: (phase) => `Maskinporten: ${phase} (maskinflytt)`,
    recordIgnored: (file) =>
      `${file} is ignored by git. Commit it all the same (git add --force): cleanup reads in it what has moved.`,
    recordLeft: (file) =>
      `${file} is no migration record that can be read, so it was left as it is and does not tell what moves here; see audit.`,
  },
  explain: {
    severity: 'Severity',
    phase: 'Phase',
    fix: 'Fix',
    anyPhase: 'none of its own',
    about: 'What and why',
    example: 'Example',
    noPatch: 'This rule offers no patch.',
    whenNot: 'When to leave it',
    more: 'To read on',
    catalogue: (count) => `${count} rules. More about one: maskinflytt explain <rule>`,
  },
  commands: {
    audit: 'what is legacy, where, why, and what next',
    fix: 'the patch of one phase, verified; prints a diff and writes nothing unless asked',
    checklist: 'what people have to do, in the order of the procedure, as Markdown for the pull request',
    explain: 'one rule: what, why, before and after, when not to',
    rules: 'all rules',
  },
  help: {
    about: 'Moves Altinn 3 apps from Maskinporten credentials managed by hand to credentials managed by Altinn Studio.',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    everywhere: 'Everywhere',
    more: 'Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong use or not possible, 130 interrupted.',
  },
  options: {
    rule: 'only this rule (repeatable)',
    'skip-rule': 'all but this rule (repeatable)',
    target: "v8 or v9; default: each app's own major version",
    lang: 'en or nb; default: the locale',
    baseline: 'findings that are known and do not count: a file by --write-baseline, or an earlier JSON report',
    'write-baseline': 'write what is found to a baseline; from then on it is known',
    today: 'YYYY-MM-DD, for suppressions that expire; default: the date in UTC',
    'vault-secrets':
      'file with the names of all secrets in the vault: one a line, or what "az keyvault secret list" prints; never values',
    'registered-scopes': 'file with the scopes that the client in the portal has: one a line, or JSON',
    config: 'configuration file; default: the nearest maskinflytt.config.json from the given path up to its git root',
    color: 'colours, or --no-color; default: when the output is a terminal',
    quiet: 'only the data asked for, nothing on stderr',
    verbose: 'more about how things were found',
    format:
      'terminal, json, markdown, html, github, azure, gitlab, csv or sarif, repeatable; html=report.html writes to a file',
    'fail-on': 'exit 1 from this severity: error, warning, note or never (default: error)',
    phase:
      'next, prepare, switch or cleanup (default: next, the earliest with a patch; work by hand before it is named)',
    fixes: 'safe, or review, which includes safe (default: review)',
    decide: '<client>=studio|own-external|own-built-in, by id or section (repeatable)',
    output: 'write the patch to this file',
    'output-dir': 'write one patch for each git repo to this folder',
    write: 'change the files, all or nothing',
    commit: 'change the files and commit them on a new branch',
    interactive: 'ask before each change',
    'allow-dirty': 'write although the work tree has uncommitted changes',
    reverse: 'print the inverse of the patch',
    'scopes-added': 'the scopes have been added in Altinn Studio (wanted to write the switch phase)',
    'production-verified': 'tokens have been verified in production (wanted to write the cleanup phase)',
    'max-length': 'how many characters there is room for (default: 65536, as GitHub has; Azure DevOps has 4000)',
    update: 'put the checklist into this file, in place of an older one, and keep the boxes that people ticked',
    help: 'this text',
    version: 'the version',
  },
  misuse: {
    unknownCommand: (given, nearest) => `There is no command "${given}"${orElse(nearest)}`,
    unknownOption: (given, command, nearest) => `"${command}" takes no option "${given}"${orElse(nearest)}`,
    missingValue: (option) => `${option} wants a value.`,
    unexpectedValue: (option) => `${option} takes no value.`,
    badValue: (option, given, allowed) => `${option} cannot be "${given}"; it can be ${allowed.join(', ')}.`,
    unknownRule: (given, nearest) => `There is no rule "${given}"${orElse(nearest)}`,
    missingRule: 'Name the rule to explain, as in: maskinflytt explain config/custom-path',
    noRuleLeft: '--rule and --skip-rule leave no rule to go by.',
    tooManyPaths: (given) => `"${given}" is one argument too many.`,
    noSuchPath: (path) => `${quotedIfEmpty(path)} does not exist.`,
    notAFolder: (path) => `${path} is not a folder.`,
    noApp: (path) =>
      `No Altinn app in ${path}: no project that references Altinn.App.Api, and no config/applicationmetadata.json.`,
    nothingReadable: (path) => `Nothing in ${path} could be read.`,
    twoToStdout: 'Two formats want the output; give all but one a file, as in --format json=report.json.',
    unknownDecision: (given) => `"${given}" is no decision; write <client>=studio, own-external or own-built-in.`,
    noSuchClient: (given, known) =>
      known.length === 0
        ? `There is no client or section "${given}".`
        : `There is no client or section "${given}"; there are: ${known.join(', ')}.`,
    nothingToDecide: (given) =>
      `There is nothing to decide about "${given}": it is the section that Altinn Studio fills, or used in development only.`,
    together: (one, other) => `${one} and ${other} do not go together.`,
    badDate: (option, given) => `${option} wants a date as YYYY-MM-DD, and "${given}" is none.`,
    sameFile: (file) => `Two formats want the file ${file}; give each a file of its own.`,
    dashIsNoFile: (given) => `--format ${given}: "-" is no file; without "=-" it goes to the output.`,
    configUsed: (file) => `Configuration: ${file}`,
    configUnreadable: (file, why) => `${file} cannot be used: ${why}.`,
    configMalformed: (file, line, column) => `${file} is not valid JSON from line ${line}, column ${column}.`,
    configTwice: (file, key) => `${file}: "${key}" stands there twice.`,
    configUnknownKey: (file, key) => `${file}: unknown key "${key}".`,
    configMissingKey: (file, key) => `${file}: "${key}" is missing.`,
    configBadValue: (file, key, allowed) => `${file}: "${key}" must be ${allowed}.`,
    notAList: (file, expected) => `${file} is not what was expected: ${expected}.`,
    scopesExpected: 'scopes, one a line, or JSON: an array of strings, or an object with "scopes"',
    secretsExpected:
      'names of secrets (letters, digits and hyphens), one a line, or the JSON array that "az keyvault secret list" prints; no values',
    unforeseen: 'Something happened that should not have; please report it with what follows.',
  },
};
