import type { BilingualRuleWords } from '../../bilingual.ts';

export interface MaskedTokenData {
  /** How text is made of it. */
  readonly form: 'interpolation' | 'to-string' | 'format' | 'object';
  /** As the app writes it, shortened. */
  readonly token: string;
}

export const maskedToken: BilingualRuleWords<MaskedTokenData> = {
  en: {
    title: 'A token is put into a text where it masks its signature',
    message: ({ form, token }) => {
      switch (form) {
        case 'interpolation':
          return `${token} is put into an interpolated string, where a token masks its signature.`;
        case 'to-string':
          return `${token}.ToString() is the token without its signature.`;
        case 'format':
          return `${token} is formatted as an object, and so the token masks its signature.`;
        case 'object':
          return `${token} is passed on as an object: text that is made of the token lacks its signature.`;
      }
    },
    why: () =>
      'A JwtToken writes <masked> where its signature should be whenever its ToString() is called, so that it can be logged. As a credential such a text is worthless: whoever receives it answers 401, and no error says why.',
    next: ({ form }) =>
      form === 'object'
        ? 'Pass its Value, which is the whole token, if the text is to be sent; leave it if it is only logged.'
        : 'Use its Value, which is the whole token, if the text is to be sent; leave it if it is only logged.',
    about: [
      'From Altinn.App 8.5 on, `GetAccessToken` and `GetAltinnExchangedToken` return a `JwtToken`. It converts itself to a `string` and is then the whole token. But where .NET takes it for an object and calls its `ToString()`, the signature is masked: in `$"Bearer {token}"`, in `token.ToString()`, in `string.Format` and `AppendFormat`, in `string.Concat` and `string.Join` among other things than text, and behind anything of type `object`.',
      'These give the whole token, and the rule is silent about them: `string text = token`, `token.Value`, `"Bearer " + token`, `new AuthenticationHeaderValue("Bearer", token)`, `string.Concat("Bearer ", token)`, `string.Join(" ", "Bearer", token)`, `Convert.ToString(token)`, `builder.Append(token)`. For each of these .NET has a way that takes a string, and prefers it.',
      'It is silent, too, where masking is right: in calls of a logger, `Console`, `Debug` and `Trace`, in the messages of exceptions, and in a `ToString()` of your own. A token is followed through locals, fields, properties, parameters and your own methods, as far as the code says what they are; where it does not say, so is the rule.',
      'The fix adds `.Value`, `?.Value` where the token may be null. A format or an alignment stays as it is. What a method of your own does with an `object` is looked up; where that cannot be told, a person has to.',
    ],
    whenNot: ['The text is shown to people or kept somewhere: then the signature should stay masked.'],
  },
  nb: {
    title: 'Et token legges i en tekst der det skjuler signaturen sin',
    message: ({ form, token }) => {
      switch (form) {
        case 'interpolation':
          return `${token} legges i en interpolert streng, og der skjuler et token signaturen sin.`;
        case 'to-string':
          return `${token}.ToString() er tokenet uten signatur.`;
        case 'format':
          return `${token} formateres som et objekt, og dermed skjuler tokenet signaturen sin.`;
        case 'object':
          return `${token} gis videre som et objekt: tekst som lages av tokenet, mangler signaturen.`;
      }
    },
    why: () =>
      'Et JwtToken skriver <masked> der signaturen skulle ha stått, hver gang ToString() blir kalt, slik at det kan logges. Som legitimasjon er en slik tekst verdiløs: mottakeren svarer 401, og ingen feilmelding sier hvorfor.',
    next: ({ form }) =>
      form === 'object'
        ? 'Gi videre Value, som er hele tokenet, hvis teksten skal sendes; la det stå hvis den bare logges.'
        : 'Bruk Value, som er hele tokenet, hvis teksten skal sendes; la det stå hvis den bare logges.',
    about: [
      'Fra og med Altinn.App 8.5 gir `GetAccessToken` og `GetAltinnExchangedToken` et `JwtToken`. Det blir til en `string` av seg selv, og er da hele tokenet. Men der .NET tar det for et objekt og kaller `ToString()`, er signaturen skjult: i `$"Bearer {token}"`, i `token.ToString()`, i `string.Format` og `AppendFormat`, i `string.Concat` og `string.Join` sammen med annet enn tekst, og bak alt som har typen `object`.',
      'Disse gir hele tokenet, og om dem sier regelen ingenting: `string tekst = token`, `token.Value`, `"Bearer " + token`, `new AuthenticationHeaderValue("Bearer", token)`, `string.Concat("Bearer ", token)`, `string.Join(" ", "Bearer", token)`, `Convert.ToString(token)`, `builder.Append(token)`. For hver av disse har .NET en vei som tar en streng, og velger den.',
      'Den sier heller ingenting der det er riktig å skjule: i kall på en logger, `Console`, `Debug` og `Trace`, i meldingen til et unntak, og i en egen `ToString()`. Et token følges gjennom lokale variabler, felt, egenskaper, parametere og egne metoder så langt koden sier hva de er; der den ikke sier det, tier regelen.',
      'Endringen legger til `.Value`, eller `?.Value` der tokenet kan være null. Format og justering blir stående. Hva en egen metode gjør med et `object`, blir undersøkt; der det ikke lar seg avgjøre, må et menneske se på det.',
    ],
    whenNot: ['Teksten vises til noen eller tas vare på: da skal signaturen fortsatt være skjult.'],
  },
};
