/** What code does with an old client, or asks of it, that a person must find other words for. */
export type TokenUse =
  | 'passed-on'
  | 'replaced'
  | 'method-group'
  | 'null-conditional'
  | 'visible'
  | 'type-used'
  | 'unknown-call'
  | 'task-kept'
  | 'within-try'
  | 'delegate-unknown'
  | 'expression-tree'
  | 'commented'
  | 'definition'
  | 'certificate'
  | 'unknown-key'
  | 'resource'
  | 'consumer-org'
  | 'enterprise-user'
  | 'test-org'
  | 'caching-disabled'
  | 'response-used'
  | 'first-token-used'
  | 'exchanged-elsewhere'
  | 'made-by-hand'
  | 'derived-class'
  | 'partial-class'
  | 'conditional-compilation';

export const tokenUses: Readonly<Record<'en' | 'nb', Readonly<Record<TokenUse, string>>>> = {
  en: {
    'passed-on': 'the client is handed to other code',
    replaced: 'another object is put in the place of the client',
    'method-group': 'a method of the client is passed on without being called',
    'null-conditional': 'a null check (?.) hangs on the client',
    visible: 'code outside the class can use the client as well',
    'type-used': 'the type is used in another way than to hold a client',
    'unknown-call': 'the client is called in a way that is not known',
    'task-kept': 'the task is neither awaited nor returned where it is made, or what returns it cannot be async',
    'within-try': 'the task is returned from within try: awaited there, its failure would be caught there as well',
    'delegate-unknown': 'it cannot be told whether the delegate that the lambda becomes returns the token or nothing',
    'expression-tree': 'the lambda becomes an expression tree, in which nothing can be awaited',
    commented: 'a comment stands where the code would be joined',
    definition: 'the token is asked for with a client definition, which decides scope and exchange elsewhere',
    certificate: 'the token is asked for with a certificate, and the built-in client signs with a JWK only',
    'unknown-key': 'it cannot be told whether the key is a JWK or a certificate',
    resource: 'the token is asked for with a resource, which the built-in client of v8 cannot',
    'consumer-org':
      'the token is asked for on behalf of a consumer organisation, which the built-in client of v8 cannot',
    'enterprise-user':
      'the token is exchanged with the name and password of an enterprise user, which the built-in client cannot',
    'test-org': 'the token is exchanged for a test organisation, which the built-in client cannot',
    'caching-disabled': 'caching is, or may be, switched off, and the built-in client always caches',
    'response-used': 'more of the response than its AccessToken is used',
    'first-token-used': 'the token is used both by itself and exchanged',
    'exchanged-elsewhere': 'the token is exchanged somewhere else, or only on a condition',
    'made-by-hand': 'other code makes the class with new and gives it the client',
    'derived-class': 'other classes derive from the class and give it the client',
    'partial-class': 'the class is declared in several parts',
    'conditional-compilation': 'parts of the class stand between #if and #endif',
  },
  nb: {
    'passed-on': 'klienten gis videre til annen kode',
    replaced: 'et annet objekt settes inn i stedet for klienten',
    'method-group': 'en metode på klienten gis videre uten å bli kalt',
    'null-conditional': 'en nullsjekk (?.) henger på klienten',
    visible: 'kode utenfor klassen kan også bruke klienten',
    'type-used': 'typen brukes på en annen måte enn til å holde en klient',
    'unknown-call': 'klienten kalles på en måte som ikke er kjent',
    'task-kept':
      'oppgaven (task) verken ventes på eller returneres der den lages, eller det som returnerer den, kan ikke gjøres async',
    'within-try': 'oppgaven (task) returneres fra en try-blokk: ventes det på den der, fanges også feilene dens der',
    'delegate-unknown': 'det lar seg ikke se om delegaten som lambdaen blir til, returnerer tokenet eller ingenting',
    'expression-tree': 'lambdaen blir et uttrykkstre (expression tree), og der kan ingenting ventes på',
    commented: 'en kommentar står der koden måtte skjøtes',
    definition: 'tokenet hentes med en klientdefinisjon, som bestemmer scope og innveksling et annet sted',
    certificate: 'tokenet hentes med et sertifikat, og den innebygde klienten signerer bare med JWK',
    'unknown-key': 'det lar seg ikke se om nøkkelen er en JWK eller et sertifikat',
    resource: 'tokenet hentes med en ressurs (resource), og det kan ikke den innebygde klienten i v8',
    'consumer-org':
      'tokenet hentes på vegne av en annen virksomhet (consumer_org), og det kan ikke den innebygde klienten i v8',
    'enterprise-user':
      'tokenet veksles inn med navn og passord for en virksomhetsbruker, og det kan ikke den innebygde klienten',
    'test-org': 'tokenet veksles inn for en testorganisasjon, og det kan ikke den innebygde klienten',
    'caching-disabled': 'mellomlagring er, eller kan være, slått av, og den innebygde klienten mellomlagrer alltid',
    'response-used': 'det brukes mer av svaret enn AccessToken',
    'first-token-used': 'tokenet brukes både som det er og vekslet inn',
    'exchanged-elsewhere': 'tokenet veksles inn et annet sted, eller bare på en betingelse',
    'made-by-hand': 'annen kode lager klassen med new og gir den klienten',
    'derived-class': 'andre klasser arver fra klassen og gir den klienten',
    'partial-class': 'klassen er delt i flere deler',
    'conditional-compilation': 'deler av klassen står mellom #if og #endif',
  },
};
