import type { UnknownReason } from '../syntax/csharp/evaluate/evaluation.ts';
import type { Refusal } from '../syntax/csharp/operations/operation.ts';
import { enumerated } from './enumerated.ts';
import type { FailedCheck, Reason, UnclearReference, UnknownAccess } from './reasons.ts';
import { tokenUses } from './token-uses.ts';
import { wiringObstacle } from './wiring-obstacles.ts';

export function reason(reason: Reason): string {
  switch (reason.code) {
    case 'refused':
      return refusals[reason.refusal];
    case 'read-only':
      return `${reason.file} kan ikke endres: ${readOnly[reason.because]}`;
    case 'version-unknown':
      return 'versjonen av Altinn.App er ukjent';
    case 'version-assumed':
      return `${reason.version} er regnet som den nyeste utgivelsen den tillater; blir den en eldre enn ${reason.needed}, lar appen seg ikke bygge`;
    case 'version-too-old':
      return `det trengs Altinn.App ${reason.needed} eller nyere, og appen har ${reason.version}`;
    case 'path-unknown':
      return unknownValue(reason.because);
    case 'undecided-identities':
      return `appen har flere gamle identiteter (${sectionNames(reason.sections)}), og det er ikke avgjort hva som skal skje med hver av dem`;
    case 'decision-does-not-fit':
      return reason.decision === 'own-built-in'
        ? `valget er own-built-in, og v9 har ingen innebygd klient med egen seksjon; velg ${reason.fitting.join(' eller ')}`
        : `valget er own-external, og dette er den innebygde klienten; velg ${reason.fitting.join(' eller ')}`;
    case 'to-be-external':
      return 'valget er own-external: registrer en klient fra den eksterne pakken med en egen seksjon før kallet fjernes';
    case 'mixed-decisions':
      return 'et annet kall som konfigurerer den samme klienten, har valget own-built-in; klienten kan ikke ha begge identitetene';
    case 'default-section-filled':
      return `${reason.file} har ${reason.keys.join(', ')} i MaskinportenSettings, som appen straks ville tatt i bruk; begge deler må bort i én endring`;
    case 'settings-unread':
      return 'en innstillingsfil lot seg ikke lese, og den kan ha nøkler som appen straks ville tatt i bruk';
    case 'own-source':
      return reason.file === null
        ? 'appen legger selv til en egen konfigurasjonskilde, og hva den har, kan ikke avgjøres: den kan vinne over det Studio leverer, eller endre hva en klient ber om'
        : `appen legger selv ${reason.file} til konfigurasjonen sin, og der står det Maskinporten-verdier: de kan vinne over det Studio leverer, eller endre hva en klient ber om`;
    case 'default-section-cleared':
      return `${reason.keys.join(', ')} tas ut av MaskinportenSettings i ${reason.file}, ellers ville ${reason.keys.length === 1 ? 'den' : 'de'} blitt blandet med det Studio leverer`;
    case 'settings-file-path-removed':
      return `MaskinportenSettingsFilepath tas ut av ${reason.file}, ellers ville en annen fil blitt lastet enn den Studio leverer`;
    case 'key-shown':
      return `${reason.file} har en nøkkel der, og et endringsforslag ville vist den: endre for hånd, og bytt nøkkelen, for historikken beholder den`;
    case 'key-twice':
      return `${reason.file} setter en nøkkel to ganger, så det er uklart hvilken som gjelder`;
    case 'key-taken':
      return `${reason.file} har allerede en seksjon med det nye navnet`;
    case 'section-renamed':
      return reason.vault
        ? `kopier hemmelighetene som heter ${inVault(reason.from)}--… til ${inVault(reason.to)}--… før dette publiseres, ellers står klienten uten klientdetaljer; behold de gamle så lenge`
        : `det som setter ${reason.from} utenfor dette repoet, for eksempel en pipeline eller user secrets, må sette ${reason.to} før dette publiseres`;
    case 'section-path-unclear':
      return `${reason.file} navngir ikke seksjonen med én tekst som ikke brukes til noe annet`;
    case 'section-read-elsewhere':
      return `${reason.file} leser eller navngir seksjonen på en annen måte, og det må endres samtidig`;
    case 'section-set-in-environment':
      return `${reason.file} setter nøkler i seksjonen som miljøvariabler, og de må få nytt navn samtidig`;
    case 'built-in-on-section':
      return `den innebygde klienten, brukt i ${reason.file}, har klientdetaljer i samme seksjon`;
    case 'host-place-unclear':
      return 'det er uklart hvor ConfigureAppWebHost(args) hører hjemme; det må kjøre på IWebHostBuilder, med appens argumenter, før Key Vault legges til';
    case 'host-development-only':
      return 'ConfigureAppWebHost(args) kalles bare i Development: la det kallet kjøre i alle miljøer, for med et til ville det kjørt to ganger i Development';
    case 'host-restored':
      return `ConfigureAppWebHost(args) kommer tilbake i ${reason.file}: ved siden av den leverte filen laster det de andre hemmelighetsfilene, miljøvariablene og kommandolinjen`;
    case 'wiring-unclear':
      return wiringObstacle('nb', reason.because, reason.condition);
    case 'vault-required':
      return 'bibliotekets metode stopper oppstarten når kvSetting er ufullstendig, og kalles overalt unntatt i Development: hvert miljø må ha monteringen av hemmeligheten';
    case 'vault-wins-again':
      return 'fra neste publisering vinner Key Vault over det Studio leverer, til hemmelighetene som heter MaskinportenSettings--…, er borte';
    case 'vault-holds-default':
      return `listen har MaskinportenSettings--${reason.keys.join(', MaskinportenSettings--')}: bak verten ville de holdt Studios klientdetaljer ute; fjern dem, eller flytt kallet for hånd hvis appen fortsatt skal bruke dem`;
    case 'reads-early':
      return `${reason.file} leser ${reason.path ?? 'konfigurasjon'} straks mellom de to, og ville ikke lenger sett det Key Vault inneholder`;
    case 'studio-file-cleared':
      return 'oppstarten tømmer konfigurasjonskildene etter ConfigureAppWebHost, så filen fra Studio lastes ikke, og appen ville stått uten klientdetaljer';
    case 'studio-file-not-loaded':
      return 'ingenting i appen kaller ConfigureAppWebHost, så filen fra Studio blir ikke lastet, og appen ville stått uten klientdetaljer';
    case 'settings-file-path':
      return `${reason.file} setter MaskinportenSettingsFilepath, så en annen fil lastes enn den Studio leverer`;
    case 'external-on-default-section':
      return `en klient fra den eksterne pakken i ${reason.file} er fortsatt bundet til MaskinportenSettings, som Studio skal fylle`;
    case 'default-section-read':
      return `${reason.file} leser ${reason.path} selv, og ville ikke funnet noe der: gi den klientdetaljer fra en annen seksjon først`;
    case 'several-identities':
      return `appen har flere gamle identiteter (${sectionNames(reason.sections)}), og rettighetene deres samles i én`;
    case 'secret-in-context':
      return `${reason.file} har en nøkkel ved siden av, som en endring ville vist`;
    case 'several-configurers':
      return `klienten er konfigurert ${reason.count} steder som legges oppå hverandre`;
    case 'other-branch':
      return 'en annen gren av koden konfigurerer også klienten, så hvilken som kjøres, avhenger av en betingelse';
    case 'after-app-services':
      return 'kallet står etter AddAltinnAppServices, så det legges oppå standardstien';
    case 'order-unknown':
      return 'det lot seg ikke se fra Program.cs når kallet kjøres';
    case 'development-only':
      return 'kallet kjøres bare i Development';
    case 'conditional':
      return `kallet kjøres bare når ${reason.condition}`;
    case 'shared-library':
      return `filen deles med ${reason.projects.join(', ')}: det som endres her, endres også der`;
    case 'reference-unclear':
      return unclearReferences[reason.because];
    case 'library-may-bring-package':
      return `${reason.name} kan også ha med seg pakken, og referansen kan være der for å låse versjonen`;
    case 'package-named-in-text':
      return `${reason.file} navngir pakken i en tekststreng: den kan være lastet ved navn`;
    case 'outside-app':
      return 'prosjektet er ikke en del av appen: de som har ansvar for det, avgjør';
    case 'nothing-used':
      return 'at ingenting fra pakken er i bruk, bygger på navnene man vet den har: bygg før endringen flettes inn';
    case 'lock-file':
      return `${reason.files.join(', ')} må fornyes med dotnet restore: til da feiler et bygg i låst modus`;
    case 'package-version':
      return `${reason.version} er ${packageVersions[reason.from]}`;
    case 'key-type':
      return `den signerer med ${keyTypes[reason.keyType](reason.definition)}; den innebygde klienten tar bare en JWK`;
    case 'unsupported-settings':
      return `den setter ${reason.members.join(', ')}, som den innebygde klienten ikke har noe tilsvarende for`;
    case 'scopes-unknown':
      return `scopene er ikke kjent: ${unknownAccess(reason.because, 'Scope')}`;
    case 'exchange-unknown':
      return `det er ikke kjent om tokenet veksles inn: ${unknownAccess(reason.because, 'ExhangeToAltinnToken')}`;
    case 'inside-switch':
      return 'den registreres i én gren av en switch; grenene må flyttes samtidig';
    case 'generic-helper':
      return 'den registreres av en generisk metode, for den typen kallene oppgir';
    case 'guarded-by-settings':
      return `den registreres bare når ${reason.condition}, som spør etter de gamle innstillingene: med klientdetaljer fra Studio blir svaret et annet`;
    case 'delegate-unclear':
      return `det ble ikke forstått hva delegaten gjør: ${reason.statement}`;
    case 'call-unclear':
      return 'argumentene passer ikke til noen kjent versjon av metoden';
    case 'local-runs-only':
      return 'den kjører bare i Development, der ingenting leveres';
    case 'definition-not-found':
      return reason.key === null
        ? 'nøkkelen til klientdefinisjonen regnes ut når appen kjører'
        : `ingen klientdefinisjon er registrert under «${reason.key}»`;
    case 'definitions-differ':
      return `flere klientdefinisjoner er registrert under «${reason.key}», og de er ulike`;
    case 'handlers-stay':
      return reason.count === 1
        ? 'en handler som trenger den, blir stående'
        : `${reason.count} handlere som trenger den, blir stående`;
    case 'no-handler':
      return 'ingen handler bruker den; om noen utenfor dette repoet gjør det, må dere vite selv';
    case 'registration-consumed':
      return `${reason.name} i ${reason.file} trenger det den registrerer`;
    case 'api-not-referenced':
      return `${reason.project} refererer ikke til Altinn.App.Api, der de nye metodene er`;
    case 'own-section-unknown':
      return 'det er valgt own-built-in, og seksjonen lar seg ikke avgjøre';
    case 'several-built-in':
      return `den innebygde klienten har én seksjon, og flere er valgt own-built-in: ${reason.sections.join(', ')}`;
    case 'built-in-keys':
      return `den innebygde klienten leser Authority, ClientId og JwkBase64 fra ${reason.section}: legg inn disse nøklene, i innstillingene og i hvelvet`;
    case 'sets-authorization':
      return `${reason.file} setter Authorization-headeren selv; den nye handleren erstatter den alltid`;
    case 'overwrites-authorization':
      return `${reason.file} sier hva som skjer med en Authorization-header som alt er satt; den nye handleren erstatter den alltid`;
    case 'catches-token-exception':
      return `${reason.file} bruker TokenRequestException, som den innebygde klienten ikke kaster`;
    case 'request-context':
      return `${reason.file} setter en kontekst for enkeltforespørsler, som en annen virksomhet; den nye handleren kjenner ingen`;
    case 'definition-of-handler':
      return `definisjonen som er registrert under nøkkelen, er ${reason.definition}, ikke den handleren oppgir`;
    case 'own-on-default-section':
      return 'det er valgt own-built-in, og seksjonen er MaskinportenSettings, som Studio fyller: velg en annen seksjon eller noe annet';
    case 'configured-elsewhere':
      return `den innebygde klienten er alt konfigurert i ${reason.file}, for andre klientdetaljer`;
    case 'built-in-in-use':
      return `${reason.file} bruker alt den innebygde klienten, med klientdetaljene fra Studio; bundet til seksjonen ville den fått dem`;
    case 'no-place-to-configure':
      return 'det finnes ingen setning, som alltid kjøres og før AddAltinnAppServices, der den innebygde klienten kunne bindes til seksjonen';
    case 'configuration-stays':
      return `den innebygde klienten er fortsatt konfigurert i ${reason.file}, så den ville fått de klientdetaljene`;
    case 'own-built-in-by-hand':
      return 'det er valgt own-built-in: bind først den innebygde klienten til seksjonen for hånd, med Authority, ClientId og JwkBase64 i den';
    case 'shim-removed':
      return 'det er valgt own-external, og v9 har ingen token provider: hent tokener fra tjenesten i pakken i stedet';
    case 'service-shared':
      return 'tjenesten henter tokener for klienter som det er valgt ulikt for, og hvem sine de er, lar seg ikke avgjøre';
    case 'kept-by-decision':
      return 'det er valgt at den skal bli stående';
    case 'two-handlers':
      return 'to Maskinporten-handlere virker på én klient: før vant den ytterste, nå vinner den innerste';
    case 'settings-shared':
      return 'flere klienter deler ett innstillingsobjekt og ber om ulike ting: før bestemte den handleren som ble laget sist, for alle, nå ber hver om sitt eget';
    case 'local-runs':
      return `${reason.file} har klientdetaljer for lokale kjøringer, der Studio ikke leverer noen`;
    case 'section-unknown':
      return 'seksjonen med innstillingene lar seg ikke avgjøre';
    case 'access-from-settings':
      return `det den ber om, står i ${reason.section} i innstillingsfilene, og Key Vault kan si noe annet`;
    case 'exchange-may-be-in-vault':
      return `Key Vault kan ha ${inVault(reason.section)}--ExhangeToAltinnToken, og da ble tokenet vekslet inn`;
    case 'vault-may-hold-default':
      return 'Key Vault kan ha MaskinportenSettings--ClientId: fjern den i samme steg, ellers blandes nøklene til to klienter';
    case 'vault-default-listed':
      return `hvelvet har MaskinportenSettings--${reason.keys.join(', MaskinportenSettings--')}: deaktiver eller fjern dem når dette publiseres, ellers tar klienten dem i stedet for det Studio leverer, eller blander dem`;
    case 'vault-default-named':
      return `repoet nevner hemmelighetene ${reason.names.join(', ')}: har hvelvet dem, må de deaktiveres eller fjernes når dette publiseres, ellers tar klienten disse i stedet for det Studio leverer, eller blander de to`;
    case 'settings-used-elsewhere':
      return `${reason.file} bruker innstillingsobjektet andre steder; når de gamle hemmelighetene er borte, er det tomt`;
    case 'set-in-code':
      return 'delegaten kan sette mer enn klientdetaljene; det andre den gjør, forsvinner med den';
    case 'full-token':
      return 'fra da av har teksten hele tokenet: se til at den går dit tokenet hører hjemme, og ikke i noen logg';
    case 'use-unknown':
      return 'hva som skjer med det etterpå, lar seg ikke avgjøre ut fra koden';
    case 'token-use':
      return `linje ${reason.line}: ${tokenUses.nb[reason.use]}`;
    case 'own-token-client':
      return `tokenene kommer fra ${reason.name}, som appen selv registrerer eller implementerer i ${reason.file}; det den gjør utover å spørre Maskinporten, må det gjøres rede for først`;
    case 'own-provider':
      return 'det er appens egen klient: bare mennesker vet hva den gjør utover å be Maskinporten om et token';
    case 'oldest-api':
      return 'det er pakkens eldste API, der delene settes sammen for hånd';
    case 'core-not-referenced':
      return `${reason.project} refererer ikke til Altinn.App.Core, der den innebygde klienten er`;
    case 'token-source-changes':
      return 'tokenene kommer da fra den innebygde klienten, med klientdetaljene fra Studio, og unntakene er av andre typer';
    case 'provider-of-library':
      return 'biblioteket registrerer selv en tilbyder over den innebygde klienten: det som fortsatt ber om en, får klientdetaljene fra Studio';
    case 'registered-for-nobody':
      return 'det ble ikke funnet noe i appen som tar imot tjenesten';
    case 'settings-still-taken':
      return `${reason.file} tar fortsatt imot innstillingene til pakken, så det som binder dem, blir stående`;
    case 'legacy-eformidling':
      return `AddEFormidlingServices med to typeargumenter i ${reason.file} gjør at biblioteket tar imot IMaskinportenService og dens innstillinger: det som registrerer dem, blir stående`;
    case 'named-in-tests':
      return `tester nevner ${reason.name} og vil ikke kompilere eller ikke teste noe: ${reason.files.join(', ')}`;
    case 'no-record':
      return 'det finnes ingen flyttelogg som sier hvem sin seksjon det var';
    case 'section-computed':
      return `${reason.file} leser en seksjon med et navn som koden regner ut`;
    case 'no-reader-found':
      return 'at ingen leser er funnet i koden, beviser ikke at det ikke finnes noen';
    case 'constant-unused':
      return `konstanten ${reason.name} i ${reason.file} nevner den og blir stående: ingenting bruker den lenger, så fjern den for hånd`;
    case 'constant-public':
      return `konstanten ${reason.name} i ${reason.file} nevner den: ingenting i dette repoet bruker den, men kode andre steder som bruker biblioteket, kan gjøre det`;
    case 'vault-still-read':
      return 'Maskinporten-klienter i appen kan fortsatt hente klientdetaljene sine fra hvelvet: flytt dem først';
    case 'switch-unrecorded':
      return 'det finnes ingen flyttelogg som sier at appen har gått bort fra egne Maskinporten-klientdetaljer, og hemmelighetene kan fortsatt være i bruk';
    case 'secret-still-read':
      return `${reason.file} leser en hemmelighet ved navn, og trenger det som er montert for hvelvet`;
    case 'vault-code-beside':
      return `${reason.file} bruker hvelvet, eller det som er montert for det, på en annen måte; kilden og monteringene fjernes sammen eller ikke i det hele tatt`;
    case 'vault-function-named':
      return `${reason.file} navngir funksjonen som legger til hvelvet, på en måte som ikke følges`;
    case 'mounts-unclear':
      return `${reason.file} monterer eller navngir hemmeligheten altinn-appsettings-secret på en måte som ikke endres; kilden og monteringene fjernes sammen`;
    case 'nothing-calls-it':
      return 'det er ikke funnet noe kall til den i repoet';
    case 'packages-perhaps-pinned':
      return `Altinn.App tar også med ${reason.packages.join(', ')}: referansen kan stå der for versjonens skyld`;
    case 'rights-extended':
      return `den endrer rettigheter: ${reason.rule === null ? 'en tilgangsregel' : `tilgangsregel ${reason.rule}`}, som bare gjelder tjenesteeieren, gir også ${enumerated(reason.actions, 'og')}, for alle instanser`;
    case 'rights-added':
      return `den endrer rettigheter: en ny tilgangsregel gir tjenesteeieren, og ingen andre, ${enumerated(reason.actions, 'og')} for alle instanser`;
    case 'right-of-people':
      return `${enumerated(reason.actions, 'og')} kan la tjenesteeieren opptre på vegne av andre, gjøre noe som ikke kan angres, eller det bare de som laget oppgaven, vet; det må vurderes manuelt og gis i en tilgangsregel som er knyttet til oppgaven eller slutthendelsen`;
    case 'policy-inconclusive':
      return 'hva policyen allerede gir, lar seg ikke avgjøre, og en rettighet legges ikke til på en gjetning';
    case 'conflict':
      return `endringen overlapper med den fra ${reason.rule}`;
    case 'let-stand':
      return `endringen gjelder også det som får stå etter unntaket for ${reason.rule}`;
    case 'not-verified':
      return failedChecks[reason.check];
  }
}

const keyTypes = {
  certificate: (definition: string) => `et sertifikat (${definition})`,
  own: (definition: string) => `det ${definition}, en egen definisjon, leverer`,
  unknown: (definition: string) => `det ${definition} leverer`,
};

function unknownAccess(because: UnknownAccess, key: string): string {
  switch (because.code) {
    case 'computed':
      return `${key} regnes ut: ${because.expression}`;
    case 'differs-by-environment':
      return `${because.files.join(' og ')} er uenige om ${because.section}:${key}`;
    case 'only-in-vault':
      return `ingen innstillingsfil har ${because.section}:${key}, så den kan bare ligge i Key Vault`;
    case 'not-set':
      return `ingenting setter ${because.section}:${key}`;
    case 'emptied':
      return `${key} settes til ${because.expression}`;
    case 'set-in-deployment':
      return `${because.file} setter ${because.section}:${key}, og hver publisering kan ha sin verdi`;
    case 'section-unknown':
      return 'det kan stå i en seksjon som ikke lar seg avgjøre';
    case 'not-followed':
      return tokenUses.nb[because.use];
  }
}

/** As a secret of the vault is called. */
function inVault(section: string): string {
  return section.replaceAll(':', '--');
}

function sectionNames(sections: readonly (string | null)[]): string {
  return sections.map((section) => section ?? 'ukjent seksjon').join(', ');
}

const refusals: Readonly<Record<Refusal, string>> = {
  'conditional-compilation': 'det står mellom #if og #endif',
  'syntax-error': 'koden rundt lot seg ikke tolke',
  'if-with-else': 'uten det ville en if stått tom mens dens else ble igjen',
  'only-statement': 'det er alt en løkke, using, lock eller try inneholder',
  'condition-with-effects': 'betingelsen i if-en rundt gjør noe',
  'expression-body': 'det er hele kroppen til en metode eller lambda',
  'value-used': 'det som returneres, blir brukt',
  'null-conditional': 'en nullsjekk (?.) henger på det',
  'directive-in-the-way': 'en #region eller et annet direktiv står rundt den, eller i veien',
  'shares-line': 'annen kode står på samme linje',
  'comment-in-the-way': 'en kommentar står der koden måtte skjøtes',
  'local-with-effects': 'en variabel som bare det bruker, gjør noe når den settes',
  'not-found': 'koden endret seg mens den ble lest',
};

const readOnly = {
  'utf-16': 'den er UTF-16, som git regner som binær',
  'not-utf-8': 'den er ikke gyldig UTF-8',
  symlink: 'den er en symbolsk lenke',
};

const packageVersions = {
  central: 'versjonen som er oppgitt sentralt',
  'altinn-app': 'versjonen som til nå har fulgt med Altinn.App',
  choice: 'versjonen de siste utgivelsene av Altinn.App 8 hadde med; hvilken appen hadde, lot seg ikke lese',
};

const unclearReferences: Readonly<Record<UnclearReference, string>> = {
  conditional: 'referansen står under en betingelse',
  'passed-over':
    'versjonene er ikke oppgitt sentralt, og da ser NuGet bort fra en GlobalPackageReference; et annet SDK kan likevel lese den',
  'several-versions': 'versjonen er oppgitt mer enn ett sted',
  'several-packages': 'elementet navngir også andre pakker',
  'unclear-usings':
    'et Using-element i prosjektfilen importerer pakken sammen med noe annet, eller under en betingelse',
  'uses-unclear': 'det lar seg ikke avgjøre om koden bruker noe av det den importerer',
  'no-neighbour': 'prosjektfilen har ingen pakkereferanse som en ny kan stå ved siden av',
};

const failedChecks: Readonly<Record<FailedCheck, string>> = {
  syntax: 'endringen ville etterlatt en syntaksfeil og er trukket tilbake',
  'still-found': 'endringen ville ikke fjernet funnet og er trukket tilbake',
  'new-error': 'endringen ville ført til en annen feil og er trukket tilbake',
  'not-stable': 'endringen ville krevd enda en og er trukket tilbake',
};

export function unknownValue(reason: UnknownReason): string {
  switch (reason.code) {
    case 'parameter':
      return `verdien kommer inn gjennom parameteren ${reason.name}`;
    case 'parameter-varies':
      return `kallene gir ulike verdier for ${reason.name}`;
    case 'reassigned':
      return `${reason.name} settes flere steder`;
    case 'set-at-run-time':
      return `${reason.name} får verdien sin når appen kjører`;
    case 'mutable':
      return `${reason.name} kan settes av annen kode`;
    case 'overridable':
      return `${reason.name} kan overstyres`;
    case 'read-before-set':
      return `${reason.name} leses før den settes`;
    case 'ambiguous':
      return `${reason.name} fører til flere deklarasjoner som er uenige`;
    case 'undeclared':
      return `${reason.name} er ikke deklarert i denne appen`;
    case 'conditional':
      return `verdien avhenger av en betingelse: ${reason.expression}`;
    case 'differs-by-symbols':
      return `#if-grenene i ${reason.file} er uenige`;
    case 'computed':
      return `verdien regnes ut når appen kjører: ${reason.expression}`;
    case 'not-a-string':
      return `verdien er ikke en streng: ${reason.expression}`;
    case 'not-understood':
      return `koden rundt lot seg ikke tolke: ${reason.expression}`;
    case 'too-deep':
      return 'verdien er satt sammen i for mange steg til å følges';
  }
}
