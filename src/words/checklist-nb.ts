import type { ChecklistWords } from './checklist.ts';
import { namedSecrets, type SaidSecret, type SecretCertainty } from './named-secrets.ts';
import { phrase } from './phrase.ts';
import { plural } from './plural.ts';
import { aboutScopes } from './scopes.ts';

const certainties: Readonly<Record<SecretCertainty, string>> = {
  listed: 'i hvelvet',
  seen: 'nevnt i repoet',
  inferred: 'ventet ut fra koden',
};
const named = (names: readonly SaidSecret[]) => namedSecrets(names, certainties);

function leftOut(items: number, details: number): string {
  if (details === 0) return plural(items, 'punkt', 'punkter');
  return items === 0
    ? `Detaljene til ${plural(details, 'punkt', 'punkter')}`
    : `${plural(items, 'punkt', 'punkter')} og detaljene til ${plural(details, 'annet', 'andre')}`;
}

export const checklistNb: ChecklistWords = {
  title: (app) => phrase`Sjekkliste: klientdetaljer for Maskinporten i ${app}`,
  heading: 'Sjekkliste',
  states: { done: 'Gjort:', open: 'Gjenstår:' },
  legend: phrase`Det som er krysset av, har maskinflytt verifisert i repoet, eller noen har krysset det av. Resten må noen gjøre.`,
  nextPhase: 'Neste fase',
  sections: {
    asItIs: 'Appen slik den er',
    ownClients: 'Appens egne klienter',
    scopesInStudio: 'Scopes i Altinn Studio',
    before: 'Før overgangen',
    compare: '1. Sammenlign scopes',
    scopes: '2. Legg til scopes i Altinn Studio',
    code: '3. Endre koden',
    test: '4. Bygg, og publiser til TT02',
    verify: '5. Verifiser i TT02',
    production: '6. Publiser til produksjon, og verifiser der',
    cleanup: '7. Rydd opp når produksjon er verifisert',
    local: 'Lokale kjøringer',
    rollback: 'Veien tilbake',
    unseen: 'Dette kunne ikke verktøyet se',
  },

  nothingToMove: phrase`Appen bruker ikke Maskinporten, så det er ingenting å flytte.`,
  managedByStudio: phrase`Altinn Studio styrer klientdetaljene til appen, så det er ingenting å flytte.`,
  staysAsDecided: phrase`Det er bestemt at alle klientene beholder egne klientdetaljer, så ingenting flyttes til Altinn Studio.`,
  staysAndChanges: phrase`Det er bestemt at alle klientene beholder egne klientdetaljer, og det krever at noe endres i koden.`,
  ownSwitch: 'endringen av koden; klientdetaljene forblir appens egne',
  mergeOwn:
    'Flett den inn når det som skal ses over nedenfor, er i orden. Den fjerner ingenting som trengs for å rulle tilbake.',
  upgradeFirst: phrase`Oppgraderingen av Altinn.App kommer først, i et eget endringsforslag. Lag deretter sjekklisten på nytt: da får den med alle stegene.`,
  decideFirst: (open) =>
    phrase`Ingenting ved ${{ said: open === 1 ? 'en identitet' : 'disse identitetene' }} endres før det er avgjort hva som skal skje med ${{ said: open === 1 ? 'den' : 'hver av dem' }}. Lag deretter sjekklisten på nytt.`,

  access: {
    scopes: phrase`Tilgang til å velge scopes i Altinn Studio: gjennom Ansattporten, til å administrere klientene til virksomheten. Den som ikke ser noen scopes der, spør den som administrerer Maskinporten-tilgang for virksomheten, eller Altinn servicedesk.`,
    deploy: phrase`Tilgang til å publisere appen i Altinn Studio, til TT02 og til produksjon.`,
    portal: phrase`Tilgang til den eksisterende klienten i Samarbeidsportalen.`,
    vault: phrase`Tilgang til å deaktivere og slette hemmeligheter i Key Vault, for TT02 og for produksjon.`,
  },
  readsProvided: (version) => phrase`${{ said: version }} leser klientdetaljene som Altinn Studio leverer.`,
  decided: (identity, decision) =>
    decision === 'studio'
      ? phrase`${identity} flyttes til klienten som Altinn Studio styrer (${decision}).`
      : phrase`${identity} forblir appens egen (${decision}).`,
  byDefault: (identity, options) => [
    ...phrase`Hvis ikke noe annet bestemmes, flyttes ${identity} til klienten som Altinn Studio styrer (${'studio'}).`,
    ...(options.length === 0 ? [] : phrase` For å bestemme noe annet: ${options}.`),
  ],
  toDecide: (identity, places, choices) =>
    places.length === 0
      ? phrase`Avgjør hva som skal skje med ${identity}: ${choices}.`
      : phrase`Avgjør hva som skal skje med ${identity} (${places}): ${choices}.`,
  howToDecide: (option) =>
    phrase`Legg avgjørelsene i ${'maskinflytt.config.json'}, eller gi hver av dem på kommandolinjen, som ${option}. ${'studio'}: scopene flyttes til klienten som Altinn Studio styrer. ${'own-external'}: appen beholder den eksterne pakken, seksjonen og hvelvet. ${'own-built-in'} (bare v8): den innebygde klienten bruker seksjonen.`,

  patch: ({ phase, command, findings }) =>
    phrase`Ta inn den ferdige endringen for fasen ${phase}, som ${{ said: findings === 0 ? 'fjerner flytteloggen' : `retter ${plural(findings, 'funn', 'funn')}` }}; fra roten av repoet: ${command}.`,
  patchIn: (file, labels) =>
    labels.length === 0 ? phrase`Se gjennom ${file}.` : phrase`Se gjennom ${file} (${labels}).`,
  moreFiles: (count) => phrase`Se gjennom ${{ said: plural(count, 'fil', 'filer') }} til.`,
  merge: {
    prepare:
      'Den endrer ikke hvilke klientdetaljer appen bruker, og kan flettes inn når som helst. Lag sjekklisten på nytt når den er flettet inn.',
    switch: 'Flett den inn når scopene er lagt til i Altinn Studio.',
    switchBeforeScopes: 'Flett den inn og publiser før scopene legges til i Altinn Studio.',
    cleanup: 'Først når produksjon er verifisert: den fjerner det som trengs for å rulle tilbake.',
  },
  removesNothing: 'Den fjerner ingenting som trengs for å rulle tilbake.',
  build: phrase`Kjør ${'dotnet build'} og testene til appen. Endringen er verifisert, og det vil si tolket og kontrollert på nytt, ikke kompilert.`,
  record: (file) => phrase`Commit ${file} sammen med endringen: oppryddingen leser der hva som er flyttet.`,
  nothingLeft: (phase) =>
    ({
      prepare: phrase`Det er ingenting igjen å forberede.`,
      switch: phrase`Det er ingenting igjen å endre i repoet for overgangen.`,
      cleanup: phrase`Det er ingenting igjen å rydde opp i repoet.`,
    })[phase],
  review: (rule, place) => phrase`Se over endringen fra ${rule} (${place}).`,
  byHand: (rule, place) => phrase`For hånd, ${rule} (${place}): `,
  waiting: {
    decision: (rule, place) => phrase`Venter på avgjørelsen, ${rule} (${place}): `,
    upgrade: (rule, place) => phrase`Venter på oppgraderingen, ${rule} (${place}): `,
    switch: (rule, place) => phrase`Venter på overgangen, ${rule} (${place}): `,
  },
  stands: (rule, place) =>
    phrase`Se at dette fortsatt kan stå: ${rule} (${place}) er unntatt, så ingen ferdig endring tar det med.`,
  goesAlong: (phase, rule, place) =>
    phrase`Se at den ferdige endringen for fasen ${phase} tar med seg ${rule} (${place}): det trenger ingen å endre for hånd.`,
  removalSwitches:
    'Det er dette som får appen til å bytte, så gjør det når scopene er lagt til i Altinn Studio, og publiser det sammen med dem.',
  withdrawn: (reason) => `Den ferdige endringen er trukket tilbake: ${reason}.`,

  compare: (sections) =>
    sections.length === 0
      ? phrase`Se i Samarbeidsportalen hvilke scopes den eksisterende klienten har, og sammenlign med dem i steg 2. Med en liste over dem sammenligner ${'--registered-scopes'}.`
      : phrase`Se i Samarbeidsportalen hvilke scopes den eksisterende klienten har (for ${sections}), og sammenlign med dem i steg 2. Med en liste over dem sammenligner ${'--registered-scopes'}.`,
  compared: phrase`Den eksisterende klienten har de scopene koden ber om, og ingen andre, etter listen som ble gitt.`,
  registeredOnly: (scopes) =>
    phrase`Den eksisterende klienten har også ${scopes}, som ingen kode her ber om. Finn ut hvem som bruker det, før det utelates.`,
  notRegistered: (scopes) =>
    phrase`Den eksisterende klienten har ikke ${scopes}. Kontroller at virksomheten har fått tilgang.`,

  beforeScopes: {
    prepare: phrase`Ikke legg til scopes ennå. Slik appen er nå, slutter den å virke ved første publisering etter det: publiser først det som står under «Før overgangen».`,
    together: phrase`Scopes og steg 3 hører sammen i én og samme publisering. Slik appen er nå, slutter den å virke ved første publisering etter at scopes er lagt til: publiser ingenting mellom det og endringen i steg 3.`,
    vault: phrase`Ikke legg til scopes før den ferdige endringen i steg 3 er publisert: slik appen er nå, vinner det Altinn Studio leverer, over Key Vault fra neste publisering etter det, nøkkel for nøkkel.`,
  },
  addScopes: phrase`Legg til disse scopene for appen i Altinn Studio (appens innstillinger, Maskinporten):`,
  lookUpScopes: phrase`Se i Altinn Studio (appens innstillinger, Maskinporten) at appen har disse scopene:`,
  buttonEnough: (scopes) =>
    phrase`Legg til standardscopene med knappen i Maskinporten-fanen i Altinn Studio. Standardknappen er nok: appen ber om ${scopes}.`,
  studioAddsThem: (scopes) =>
    phrase`Det er ingenting å legge til: appen ber om ${scopes}, og Altinn Studio legger av seg selv standardscopene til i alle apper på v9.`,
  studioAddsThese: (scopes) => phrase`Altinn Studio legger av seg selv til ${scopes} i alle apper på v9.`,
  undecidedScopes: (scopes) =>
    phrase`Koden ber om ${scopes}. Hvilke av dem som hører til i Altinn Studio, følger av avgjørelsene.`,
  incomplete: phrase`Legg også til det koden ber om på måter verktøyet ikke kunne lese: se steg 1.`,
  noScopes: phrase`Det ble ikke funnet kode som ber om noe scope. Den innebygde klienten kan bare be om scopes som er lagt til i Altinn Studio.`,
  scopesTakeEffect: 'Scopene trer i kraft neste gang appen bygges og publiseres.',
  aboutScopes: (scopes) => aboutScopes(scopes, 'nb').join(' '),

  deployTest: phrase`Bygg appen i Altinn Studio, og publiser den til TT02.`,
  switchesHere: 'Med denne publiseringen går TT02 over til klientdetaljene som Altinn Studio styrer.',
  disableCopied: (names) => [
    ...phrase`Når de kopierte hemmelighetene er i bruk og verifisert, først i TT02 og så i produksjon, og ingen andre trenger originalene, deaktiver dem, alle for ett miljø samlet; senest i steg 4 og 6. Ellers blandes de med det Altinn Studio leverer`,
    ...(names.length === 0 ? [] : [':', ...named(names)]),
    '.',
  ],
  disableTest: {
    beforeDeploy: (names) =>
      phrase`Deaktiver disse hemmelighetene i Key Vault for TT02, alle samlet, rett før appen publiseres dit, og publiser så med én gang:`.concat(
        named(names),
        '.',
      ),
    afterDeploy: (names) =>
      phrase`Deaktiver disse hemmelighetene i Key Vault for TT02, alle samlet, og publiser på nytt:`.concat(
        named(names),
        '.',
      ),
  },
  disableProduction: {
    beforeDeploy: phrase`Deaktiver de samme hemmelighetene i Key Vault for produksjon, alle samlet, rett før appen publiseres dit, og publiser så med én gang.`,
    afterDeploy: phrase`Deaktiver de samme hemmelighetene i Key Vault for produksjon, alle samlet, og publiser på nytt.`,
  },
  vaultReload: {
    yes: 'En kjørende app leser hvelvet hvert femte minutt: blir én igjen, blandes den med det Altinn Studio leverer, til en klient som Maskinporten avviser.',
    no: 'Denne versjonen leser hvelvet bare når appen starter.',
    unknown:
      'Fra 8.9.1 leser en kjørende app hvelvet hvert femte minutt: blir én igjen, blandes den med det Altinn Studio leverer, til en klient som Maskinporten avviser.',
  },
  testCalls: phrase`Prøv hvert av disse kallene i TT02: at det får et token, og at kallet blir besvart.`,
  exchangedFail: phrase`Tokener som veksles inn, feiler på andre måter: Maskinporten kan svare, og Altinn kan likevel avvise innvekslingen eller svare 403 på kallet på grunn av tilgangsreglene.`,
  call: ({ name, scopes, exchange, places }) => [
    ...phrase`${name}: ${{ said: exchange === true ? 'innvekslet Altinn-token' : 'Maskinporten-token' }}`,
    ...(scopes.length === 0 ? [' (hvilke scopes, kunne verktøyet ikke avgjøre)'] : phrase` for ${scopes}`),
    ...(exchange === null ? [' (om det veksles inn, kunne verktøyet ikke avgjøre)'] : []),
    ...(places.length === 0 ? [] : phrase`; ${places}`),
    '.',
  ],
  libraryCall: (scope, places) =>
    places.length === 0
      ? phrase`${scope}: et bibliotek ber om det; prøv det som bruker biblioteket.`
      : phrase`${scope}: et bibliotek ber om det; prøv det som bruker biblioteket (${places}).`,
  keepsWorking: (client, place) =>
    phrase`${client} (${place}) beholder sine egne klientdetaljer: se at den virker som før.`,
  startsAndAnswers: phrase`Appen starter i TT02, og får et token fra Maskinporten.`,
  deployProduction: phrase`Publiser til produksjon.`,
  verifyProduction: phrase`Verifiser kallene i steg 5 i produksjon også.`,

  cleanupLater: (command) =>
    phrase`Når overgangen er flettet inn og produksjon er verifisert, se hva som er igjen å rydde opp: ${command}`,
  retire: (names) => phrase`Fas ut disse hemmelighetene i Key Vault, i TT02 og produksjon:`.concat(named(names), '.'),
  unsure: (names) => phrase`Finn ut hvem som eier disse hemmelighetene, før noen rører dem: ${names}.`,
  deleteDisabled: phrase`Slett for godt (purge) hemmelighetene som ble deaktivert i steg 4 og 6.`,
  otherUsers: phrase`Få oversikt over alle andre som bruker den gamle klienten og hemmelighetene dens: andre apper, andre integrasjoner og Altinn CLI, som har den samme nøkkelen i ${'EncodedJwk'} i sin egen ${'appsettings.json'}.`,
  deleteClient: phrase`Slett først deretter den gamle klienten i Samarbeidsportalen.`,
  keepVault: phrase`Behold det av Key Vault som appen bruker til andre hemmeligheter.`,

  local: {
    v9: phrase`Hver utvikler henter en testklient til lokale kjøringer med ${'studioctl app maskinporten set'}.`,
    v8: (localFile) => [
      ...phrase`Altinn Studio leverer ingenting til lokale kjøringer: hver utvikler legger en testklient under ${'MaskinportenSettings'} (${['Authority', 'ClientId', 'JwkBase64']}) i user secrets`,
      ...(localFile ? phrase` eller i ${'appsettings.Local.json'}, som ikke skal committes` : []),
      ', eller lar lokale kjøringer bruke en mock.',
    ],
    exchange: phrase`I lokale kjøringer veksler den innebygde klienten inn tokener hos ${'PlatformSettings:ApiAuthenticationEndpoint'}: i malen er det localhost, der ingenting veksler dem inn. Sett endepunktet, eller bruk en mock.`,
    onlyHere: (client, place) =>
      phrase`${client} (${place}) kjører bare lokalt, så det er ikke noe ved den å prøve i TT02 eller produksjon.`,
    before: 'Den eksterne pakken kalte TT02.',
  },
  ownClient: phrase`En egen klient administreres manuelt i Samarbeidsportalen: logg inn for virksomheten, opprett en Maskinporten-klient med navn og scopes, og legg til en offentlig nøkkel (JWK eller PEM; ${'altinn-jwks create'} lager den, og ${'altinn-jwks export'} skriver den ut i base64). Ta vare på den private nøkkelen, base64-kodet når den skal i Key Vault. Den innebygde klienten tar bare en JWK.`,

  rollback: {
    prepare: phrase`Før overgangen: reverser endringen og publiser. Klientdetaljene er de samme før og etter.`,
    prepareShared: phrase`Før overgangen: reverser endringen og publiser, men ikke etter at scopes er lagt til i Altinn Studio: da kan klient-ID-en derfra møte appens egen nøkkel. Fram til da er klientdetaljene de samme før og etter.`,
    switchCode: phrase`Overgangen: reverser endringen og publiser. Den gamle klienten, hemmelighetene og seksjonen er der til oppryddingen, så ta ingen av dem bort før produksjon er verifisert.`,
    switchMixes: phrase`Overgangen: så lenge scopene er lagt til i Altinn Studio, bringer det ikke de gamle klientdetaljene tilbake å reversere: den gamle nøkkelen møter klient-ID-en fra Altinn Studio igjen, og Maskinporten avviser. Det gjør det å gi de gamle klientdetaljene en egen seksjon, med alle nøklene, og binde den med ${'ConfigureMaskinportenClient("…")'} før ${'AddAltinnAppServices'} (v8).`,
    switchSecrets: phrase`Hemmelighetene: aktiver dem igjen, alle for ett miljø samlet, og publiser på nytt. Da vinner hvelvet igjen.`,
    switchScopesVault: phrase`Her er det ingen kodeendring som får appen til å bytte: å reversere bringer ikke de gamle klientdetaljene tilbake. Det gjør det å legge til Key Vault etter ${'ConfigureAppWebHost'}, for da vinner hvelvet.`,
    switchScopesSettings: phrase`Her er det ingen kodeendring som får appen til å bytte: å reversere bringer ikke de gamle klientdetaljene tilbake. Det gjør det å gi dem en egen seksjon og binde den med ${'ConfigureMaskinportenClient("…")'} (v8).`,
    secretsAlong: phrase`Hemmelighetene: aktiver dem igjen, alle for ett miljø samlet, samtidig med dette. Aktiveres de uten det, blandes de med det Altinn Studio leverer.`,
    secretsMix: phrase`Hemmelighetene: det som er deaktivert, skal ikke aktiveres igjen under de samme navnene, for der blandes det med det Altinn Studio leverer. Legg det i hvelvet under navnene til den nye seksjonen.`,
    secretsAgain: phrase`Hemmelighetene: aktiver dem igjen, alle for ett miljø samlet, og publiser på nytt.`,
    cleanup: phrase`Oppryddingen: reverser endringen, gjenopprett de slettede hemmelighetene og publiser. Det som er slettet for godt, kan ikke gjenopprettes, så gjør det til slutt.`,
  },

  unseen: {
    vaultNames: phrase`Hva Key Vault inneholder: gi navnene på hemmelighetene med ${'--vault-secrets'} for å få sikkert svar.`,
    vaultValues: phrase`Hva hemmelighetene i Key Vault inneholder: navnene er gitt, og verdier leses aldri.`,
    portal: phrase`Hvilke scopes den eksisterende klienten har i Samarbeidsportalen (${'--registered-scopes'}), og hvem andre som bruker den.`,
    portalUsers: phrase`Hvem andre som bruker den eksisterende klienten i Samarbeidsportalen; scopene dens er gitt.`,
    studio: phrase`Hvilke scopes appen har i Altinn Studio, og hva som er publisert hvor.`,
    others: phrase`Andre repoer og integrasjoner, user secrets, og variabler som settes utenfor repoet.`,
    file: (file, reason) => phrase`${file}: ${{ said: reason }}`,
    rulesLeftOut: phrase`Det bare andre regler finner: noen er utelatt (${['--rule', '--skip-rule']}), så sjekklisten er ikke fullstendig.`,
  },

  leftOut: ({ items, details, limit, command }) =>
    phrase`${{ said: leftOut(items, details) }} er utelatt for å få plass på ${{ said: String(limit) }} tegn. Alt sammen: ${command}`,
  updated: (file, kept) => `${file}: sjekklisten er byttet ut, og ${plural(kept, 'kryss', 'kryss')} beholdt.`,
  added: (file) => `${file}: sjekklisten er lagt til.`,
  unticked: (item) => `Ikke lenger krysset av, for det stemmer ikke lenger: ${item}`,
  changed: (item) => `Ikke lenger krysset av, for det gjelder nå noe annet enn da det ble krysset av: ${item}`,
  ticksGone: (count) =>
    `${plural(count, 'avkrysset punkt', 'avkryssede punkter')} står ikke i den nye sjekklisten, eller det er blitt flere eller færre like punkter: se etter.`,
  linesGone: (count, first) =>
    `${plural(count, 'linje', 'linjer')} fra den gamle sjekklisten står ikke i den nye. Den første er: ${first}`,
  tooShort: (limit) => `Ingenting av sjekklisten får plass på ${limit} tegn; gi --max-length et større tall.`,
  badLength: (given, least) => `--max-length må være et helt tall på minst ${least}, og det er ikke «${given}».`,
  ofAnother: (file) =>
    `${file} har sjekklisten til en annen app, eller til denne under et annet navn, så ingenting er skrevet. Ta ut den først, eller oppgi en annen fil.`,
  damaged: (file) =>
    `${file}: merkene rundt sjekklisten er ødelagt eller står der flere ganger, så ingenting er skrevet. Det må være én <!-- maskinflytt:checklist --> og under den én <!-- /maskinflytt:checklist -->, hver på sin egen linje, eller ingen av dem.`,
  notText: (file) => `${file} er ikke en tekst i UTF-8, så ingenting er skrevet.`,
};
