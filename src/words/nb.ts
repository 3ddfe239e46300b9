import { annotationsNb } from './annotations.ts';
import { checklistNb } from './checklist-nb.ts';
import { enumerated } from './enumerated.ts';
import { pageNb } from './page.ts';
import { plural } from './plural.ts';
import { policyNb } from './policy.ts';
import { precedenceNb } from './precedence.ts';
import { reason, unknownValue } from './reasons-nb.ts';
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
import { sarifNb } from './sarif.ts';
import { suppliersNb } from './suppliers.ts';
import { suppressionsNb } from './suppressions.ts';
import { triggerNb } from './trigger.ts';
import type { Words } from './words.ts';

/** Ends a sentence. */
const orElse = (nearest: string | null) => (nearest === null ? '.' : `; mente du «${nearest}»?`);
const quotedIfEmpty = (path: string) => (path === '' ? '«»' : path);
const nonZero = (count: number, one: string, many: string) => (count === 0 ? [] : [plural(count, one, many)]);

export const nb: Words = {
  reason,
  unknownValue,
  rules: {
    'clients/exchange-expected': exchangeExpected.nb,
    'clients/external-http-client': externalHttpClient.nb,
    'clients/external-message-handler': externalMessageHandler.nb,
    'clients/external-package': externalPackage.nb,
    'clients/external-service': externalService.nb,
    'clients/key-type': keyType.nb,
    'clients/library-brings-client': libraryBringsClient.nb,
    'clients/masked-token': maskedToken.nb,
    'clients/obsolete-spelling': obsoleteSpelling.nb,
    'clients/package-missing': packageMissing.nb,
    'clients/token-provider': tokenProvider.nb,
    'clients/unsupported-setting': unsupportedSetting.nb,
    'config/custom-path': customPath.nb,
    'config/dead-section': deadSection.nb,
    'config/default-path': defaultPath.nb,
    'config/default-section-shared': defaultSectionShared.nb,
    'config/delegate': delegate.nb,
    'config/early-read': earlyRead.nb,
    'config/environment-override': environmentOverride.nb,
    'config/local-file': localFile.nb,
    'config/mixed-credentials': mixedCredentials.nb,
    'config/settings-file-path': settingsFilePath.nb,
    'config/settings-in-code': settingsInCode.nb,
    'files/not-analysed': notAnalysed.nb,
    'host/studio-file-not-loaded': studioFileNotLoaded.nb,
    'policy/authentication-level': authenticationLevel.nb,
    'policy/foreign-org': foreignOrg.nb,
    'policy/inconclusive': inconclusivePolicy.nb,
    'policy/service-owner-rights': serviceOwnerRights.nb,
    'scopes/differ-by-environment': differByEnvironment.nb,
    'scopes/to-add': toAdd.nb,
    'scopes/unresolved': unresolvedScopes.nb,
    'secrets/committed-key': committedKey.nb,
    'vault/before-host': beforeHost.nb,
    'vault/handwritten-provider': handwrittenProvider.nb,
    'vault/missing-mount': missingMount.nb,
    'vault/overrides-studio': overridesStudio.nb,
    'vault/retire-secrets': retireSecrets.nb,
    'vault/secrets-client': secretsClient.nb,
    'vault/unused-provider': unusedProvider.nb,
    'version/mismatch': mismatch.nb,
    'version/too-old': tooOld.nb,
    'version/unknown': unknownVersion.nb,
  },
  severity: { error: 'feil', warning: 'advarsel', note: 'merknad' },
  phase: { prepare: 'prepare', switch: 'switch', cleanup: 'cleanup', done: 'ferdig' },
  phaseIs: {
    prepare: 'forberedelser som ikke endrer hvilke klientdetaljer appen bruker; kan flettes inn når som helst',
    switch: 'overgangen til klienten som Altinn Studio styrer; publiseres når scopes er lagt til i Altinn Studio',
    cleanup: 'opprydding; først når det er verifisert at appen får tokener i produksjon',
    done: 'ingenting igjen å gjøre',
  },
  tier: { safe: 'trygg endring', review: 'endring å se over', manual: 'for hånd', none: 'ingen endring' },
  tierIs: {
    safe: 'alt den hviler på, er kjent; kan flettes inn som den er',
    review: 'riktig i vanlige tilfeller, eller endrer noe som funnet nevner; les den først',
    manual: 'noen må ta stilling til det; funnet sier hva som må gjøres',
    none: 'til orientering',
  },
  status: {
    none: 'ingen bruk av Maskinporten',
    studio: 'styrt av Altinn Studio',
    undetermined: 'standardstien brukes, men klientdetaljene kan komme fra noe annet enn Altinn Studio',
    legacy: 'klientdetaljer styrt for hånd',
    mixed: 'dels klientdetaljer styrt for hånd, dels den innebygde klienten',
    own: 'det er bestemt at alle klientene skal beholde egne klientdetaljer',
    blocked:
      'klientdetaljer styrt for hånd; appbiblioteket er for gammelt til å flytte dem, så det må oppgraderes først',
  },
  programUnread: (files) =>
    `${enumerated(files, 'og')} kunne ikke leses, så det kan ikke sies om appen bruker Maskinporten`,
  trigger: triggerNb,
  supplier: suppliersNb,
  precedence: precedenceNb,
  policy: policyNb,
  page: pageNb,
  annotations: annotationsNb,
  checklist: checklistNb,
  sarif: sarifNb,
  terminal: {
    unnamedApp: '(ingen brukbar id i applicationmetadata.json)',
    version: (version) => `Altinn.App ${version}`,
    versionUnknown: 'Altinn.App i ukjent versjon',
    assumed: (version) => `antatt å være ${version}`,
    aimingAt: (target) => `mål ${target}`,
    why: 'Hvorfor',
    next: 'Gjør',
    because: 'Gjøres for hånd fordi',
    look: 'Se over endringen fordi',
    noFindings: 'ingen funn.',
    keptByDecision: (kept) => `Blir stående etter valg: ${kept.join(', ')}.`,
    manyPaths: '<de samme stiene>',
    nothingIn: (apps) => `Ingenting å melde i ${plural(apps, 'app', 'apper')}`,
    apps: (count) => plural(count, 'app', 'apper'),
    counts: (errors, warnings, notes) =>
      [
        ...nonZero(errors, 'feil', 'feil'),
        ...nonZero(warnings, 'advarsel', 'advarsler'),
        ...nonZero(notes, 'merknad', 'merknader'),
      ].join(', '),
    suppressed: (count) => `${plural(count, 'funn', 'funn')} er unntatt og telles ikke.`,
    byHandFirst: (count) =>
      `Gjør dette for hånd først: ${plural(count, 'funn', 'funn')} i tidligere faser har ingen ferdig endring.`,
    patchOf: (phase) => `Ferdig endring for fasen ${phase}`,
    tellMore: 'Mer om en regel',
    progress: (number, of, repo) => `Leser repo ${number} av ${of}: ${repo}`,
    decide: (clients) =>
      `Dette må avgjøres før noe endres. Ta med ett av valgene ${clients === 1 ? 'på kommandolinjen' : 'for hver klient på kommandolinjen'}, eller legg det under "decisions" i maskinflytt.config.json:`,
    choices: {
      studio: 'scopene flyttes til klienten som Altinn Studio styrer',
      'own-external': 'appen beholder denne klienten, seksjonen og den eksterne pakken',
      'own-built-in':
        'den innebygde klienten bruker denne seksjonen (bare v8); leser den eksterne pakken den i dag, må seksjonen få andre nøkler (Authority, JwkBase64)',
    },
    sectionless: (place, why) => `${place}, ${why === 'in-code' ? 'satt i koden' : 'ukjent seksjon'}`,
    source: (kind, files) =>
      ({
        settings: files === 'shared' ? 'appsettings.json' : 'appsettings.{Environment}.json',
        studio: 'maskinporten-settings.json (Altinn Studio)',
        vault: 'Key Vault',
        'secret-file': 'monterte hemmeligheter',
        environment: 'miljøvariabler',
        'local-file': 'appsettings.Local.json',
        custom: 'en egen kilde i appen',
      })[kind],
    sources: (inOrder) => `Konfigurasjonskilder, den siste som har en nøkkel, vinner: ${inOrder}.`,
    undecided: 'ikke avgjort',
    userSecrets: (id, file) =>
      `Lokale kjøringer leser også user secrets utenfor repoet (${id}, ${file}): hva de inneholder, kan ikke ses herfra, og de publiseres aldri.`,
    versionFrom: (declared, file) =>
      declared === null ? `Det er lett etter versjonen i ${file}` : `Versjonen ${declared} står i ${file}`,
    package: (id, version, how, source) =>
      `Pakken ${id} ${version ?? '(ukjent versjon)'}: ${
        {
          direct: 'referert fra',
          central: 'versjonen står i',
          transitive: 'følger med det som er referert fra',
          project: 'referert fra et prosjekt i repoet,',
        }[how]
      } ${source}`,
    readThrough: (places) => `Verdien er funnet via ${places}`,
    outsideApps: (keys) => `Utenfor alle apper: ${plural(keys, 'privat nøkkel', 'private nøkler')}`,
    inNoApp: (rule, message, line) => `${rule}: ${message} Den står på linje ${line} og hører ikke til noen app.`,
  },
  suppressions: suppressionsNb,
  fix: {
    progress: (number, of, repo) => `Lager og kontrollerer endringen for repo ${number} av ${of}: ${repo}`,
    nothing: (phase) => `Ingenting å endre i fasen ${phase}.`,
    noneTaken: 'Ingen endring ble tatt med.',
    nothingAnywhere: 'Ingenting å endre i noen fase.',
    laterPhase: (phase, command) => `Fasen ${phase} har også en endring, til senere: ${command}`,
    summary: (findings, files, phase) =>
      `Fasen ${phase}: ${plural(findings, 'funn', 'funn')} rettet i ${plural(files, 'fil', 'filer')}.`,
    howToApply: (command) => `Ta endringen i bruk med: ${command}`,
    verified: 'Verifisert: de endrede filene er tolket og kontrollert på nytt. Ikke kompilert: kjør dotnet build.',
    written: (files) => `${plural(files, 'fil', 'filer')} skrevet.`,
    committed: (branch) => `Lagt inn på den nye grenen ${branch}.`,
    leftToPeople: (count, phase) => `${plural(count, 'funn', 'funn')} i fasen ${phase} må løses for hånd; se audit.`,
    leftInAll: (count) => `${plural(count, 'funn', 'funn')} må løses for hånd; se audit.`,
    doFirst: (count, earlier, phase) =>
      `Fasen ${earlier} bør gjøres før fasen ${phase}: ${plural(count, 'funn', 'funn')} i den må løses for hånd; se audit.`,
    savedPatch: (file) => `Endringen er skrevet til ${file}.`,
    dirty: (files) =>
      `Arbeidsmappen har endringer som ikke er lagt inn i git (${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}). Legg dem inn eller til side, eller bruk --allow-dirty.`,
    needsScopesAdded:
      'For å skrive fasen switch kreves --scopes-added, som bekrefter at scopes er lagt til i Altinn Studio. Uten dem får appen ingen tokener etter neste publisering.',
    needsProductionVerified:
      'For å skrive fasen cleanup kreves --production-verified, som bekrefter at tokener er verifisert i produksjon. Cleanup fjerner det som trengs for å rulle tilbake.',
    gitSilent: (root) =>
      `Det er ukjent om ${root} har endringer som ikke er lagt inn i git, for git svarte ikke. Bruk --allow-dirty for å skrive likevel.`,
    severalRoots: (roots) => `Endringen gjelder ${roots} git-repoer. Bruk --output-dir, som får én fil for hvert.`,
    notGit: (root) => `${root} ligger ikke i et git-repo, så ingenting er lagt inn. Bruk --write i stedet.`,
    writeFailed: (file, error) => `${file} kunne ikke skrives (${error}). Alt er lagt tilbake; ingenting er endret.`,
    changedMeanwhile: (file) =>
      `${file} ble endret mens endringen ble laget. Ingenting er skrevet; kjør kommandoen på nytt.`,
    refusedLink: (file) =>
      `${file} er en lenke, ligger bak en lenke eller kan ikke endres trygt. Ingenting er skrevet.`,
    notWritable: (file, error) => `${file} kunne ikke skrives: ${error}.`,
    notAFolder: (folder) => `${folder} er ikke en mappe`,
    folderNotMade: (folder, error) => `mappen ${folder} lot seg ikke opprette (${error})`,
    ask: (label) => `${label}: ta med denne endringen? [j/n] `,
    secretInPatch: (file) =>
      `${file}: endringen er ikke laget, for den ville vist en linje med en nøkkel. Flytt nøkkelen ut av filen først, eller bruk --write, som ikke viser noe.`,
    commitFailed: (root, why) => `Filene i ${root} er skrevet, men git la dem ikke inn (${why}); legg dem inn selv.`,
    branchExists: (branch, root) =>
      `Grenen ${branch} finnes allerede i ${root}; ingenting er skrevet. Slett den, eller bruk --write.`,
    branchFailed: (branch, root, why) => `Grenen ${branch} kunne ikke opprettes i ${root} (${why}).`,
    commitSubject: (phase) => `Maskinporten: ${phase} (maskinflytt)`,
    recordIgnored: (file) =>
      `${file} ignoreres av git. Commit den likevel (git add --force): fasen cleanup leser der hva som er flyttet.`,
    recordLeft: (file) =>
      `${file} lar seg ikke lese som flyttelogg, så den er ikke endret og forteller ikke hva som flyttes her; se audit.`,
  },
  explain: {
    severity: 'Alvorlighet',
    phase: 'Fase',
    fix: 'Endring',
    anyPhase: 'ingen egen',
    about: 'Hva og hvorfor',
    example: 'Eksempel',
    noPatch: 'Denne regelen foreslår ingen endring.',
    whenNot: 'Når det kan bli som det er',
    more: 'Les videre',
    catalogue: (count) => `${count} regler. Mer om en av dem: maskinflytt explain <regel>`,
  },
  commands: {
    audit: 'hva som er gammelt, hvor, hvorfor, og hva som er neste steg',
    fix: 'endringen for én fase, verifisert; skriver ut en diff og endrer ingen filer uten at du ber om det',
    checklist: 'det som må gjøres, i den rekkefølgen det gjøres, som Markdown til endringsforslaget',
    explain: 'én regel: hva, hvorfor, før og etter, når den ikke gjelder',
    rules: 'alle reglene',
  },
  help: {
    about:
      'Flytter Altinn 3-apper fra Maskinporten-klientdetaljer som styres for hånd, til klientdetaljer som Altinn Studio styrer.',
    usage: 'Bruk',
    commands: 'Kommandoer',
    options: 'Valg',
    everywhere: 'Overalt',
    more: 'Returkoder: 0 i orden, 1 funn på eller over --fail-on, 2 feil bruk eller ikke mulig, 130 avbrutt.',
  },
  options: {
    rule: 'bare denne regelen (kan gjentas)',
    'skip-rule': 'alle unntatt denne regelen (kan gjentas)',
    target: 'v8 eller v9; ellers hver apps egen hovedversjon',
    lang: 'en eller nb; ellers etter språkinnstillingen',
    baseline: 'funn som er kjent og ikke telles: en fil fra --write-baseline eller en tidligere JSON-rapport',
    'write-baseline': 'skriv funnene til en grunnlinje; deretter er de kjent',
    today: 'ÅÅÅÅ-MM-DD, for unntak som går ut; ellers datoen i UTC',
    'vault-secrets':
      'fil med navnene på alle hemmeligheter i Key Vault: ett per linje, eller det «az keyvault secret list» skriver ut; aldri verdier',
    'registered-scopes': 'fil med de scopene klienten i portalen har: ett per linje, eller JSON',
    config: 'konfigurasjonsfil; ellers nærmeste maskinflytt.config.json fra stien du gir og opp til git-roten',
    color: 'farger, eller --no-color; ellers når utskriften går til en terminal',
    quiet: 'bare det som er bedt om, ingenting på stderr',
    verbose: 'mer om hvordan ting er funnet',
    format:
      'terminal, json, markdown, html, github, azure, gitlab, csv eller sarif, kan gjentas; html=rapport.html skriver til fil',
    'fail-on': 'returkode 1 fra denne alvorligheten: error, warning, note eller never (ellers error)',
    phase:
      'next, prepare, switch eller cleanup (ellers next, den første med en ferdig endring; arbeid før den blir nevnt)',
    fixes: 'safe, eller review, som tar med safe (ellers review)',
    decide: '<klient>=studio|own-external|own-built-in, etter id eller seksjon (kan gjentas)',
    output: 'skriv endringen til denne filen',
    'output-dir': 'skriv én endring for hvert git-repo til denne mappen',
    write: 'endre filene, alt eller ingenting',
    commit: 'endre filene og legg dem inn på en ny gren',
    interactive: 'spør før hver endring',
    'allow-dirty': 'skriv selv om arbeidsmappen har endringer som ikke er lagt inn i git',
    reverse: 'skriv ut det motsatte av endringen',
    'scopes-added': 'scopes er lagt til i Altinn Studio (kreves for å skrive fasen switch)',
    'production-verified': 'tokener er verifisert i produksjon (kreves for å skrive fasen cleanup)',
    'max-length': 'hvor mange tegn det er plass til (ellers 65536, som GitHub har; Azure DevOps har 4000)',
    update: 'legg sjekklisten inn i denne filen i stedet for en eldre, og behold kryssene som noen har satt',
    help: 'denne teksten',
    version: 'versjonen',
  },
  misuse: {
    unknownCommand: (given, nearest) => `Kommandoen «${given}» finnes ikke${orElse(nearest)}`,
    unknownOption: (given, command, nearest) => `«${command}» har ikke noe valg «${given}»${orElse(nearest)}`,
    missingValue: (option) => `${option} må ha en verdi.`,
    unexpectedValue: (option) => `${option} tar ingen verdi.`,
    badValue: (option, given, allowed) => `${option} kan ikke være «${given}»; det kan være ${allowed.join(', ')}.`,
    unknownRule: (given, nearest) => `Regelen «${given}» finnes ikke${orElse(nearest)}`,
    missingRule: 'Skriv hvilken regel som skal forklares, for eksempel: maskinflytt explain config/custom-path',
    noRuleLeft: '--rule og --skip-rule lar ingen regel stå igjen.',
    tooManyPaths: (given) => `«${given}» er ett argument for mye.`,
    noSuchPath: (path) => `${quotedIfEmpty(path)} finnes ikke.`,
    notAFolder: (path) => `${path} er ikke en mappe.`,
    noApp: (path) =>
      `Ingen Altinn-app i ${path}: ikke noe prosjekt som viser til Altinn.App.Api, og ingen config/applicationmetadata.json.`,
    nothingReadable: (path) => `Ingenting i ${path} lot seg lese.`,
    twoToStdout: 'To formater skal til standard utdata; gi alle unntatt ett en fil, som i --format json=rapport.json.',
    unknownDecision: (given) =>
      `«${given}» er ingen avgjørelse; skriv <klient>=studio, own-external eller own-built-in.`,
    noSuchClient: (given, known) =>
      known.length === 0
        ? `Klienten eller seksjonen «${given}» finnes ikke.`
        : `Klienten eller seksjonen «${given}» finnes ikke; disse finnes: ${known.join(', ')}.`,
    nothingToDecide: (given) =>
      `Det er ingenting å avgjøre om «${given}»: det er seksjonen som Altinn Studio fyller, eller den brukes bare under utvikling.`,
    together: (one, other) => `${one} og ${other} kan ikke brukes sammen.`,
    badDate: (option, given) => `${option} må være en dato som ÅÅÅÅ-MM-DD, og det er ikke «${given}».`,
    sameFile: (file) => `To formater skal til samme fil, ${file}; gi hvert sin egen fil.`,
    dashIsNoFile: (given) => `--format ${given}: «-» er ingen fil; uten «=-» går det til standard ut.`,
    configUsed: (file) => `Konfigurasjon: ${file}`,
    configUnreadable: (file, why) => `${file} kan ikke brukes: ${why}.`,
    configMalformed: (file, line, column) => `${file} er ikke gyldig JSON fra linje ${line}, kolonne ${column}.`,
    configTwice: (file, key) => `${file}: «${key}» står der to ganger.`,
    configUnknownKey: (file, key) => `${file}: ukjent nøkkel «${key}».`,
    configMissingKey: (file, key) => `${file}: «${key}» mangler.`,
    configBadValue: (file, key, allowed) => `${file}: «${key}» må være ${allowed}.`,
    notAList: (file, expected) => `${file} er ikke det som var ventet: ${expected}.`,
    scopesExpected: 'scopes, ett per linje, eller JSON: en liste av tekster, eller et objekt med «scopes»',
    secretsExpected:
      'navn på hemmeligheter (bokstaver, sifre og bindestreker), ett per linje, eller JSON-listen «az keyvault secret list» skriver ut; ingen verdier',
    unforeseen: 'Noe skjedde som ikke skulle skje; meld gjerne fra om det, med det som følger.',
  },
};
