/** A difference between before and after that the domain names, in one fixture: everything else that differs is a defect. */
export interface Named {
  readonly fixture: string;
  /** Of the client or the method, as the harness names it. */
  readonly name: RegExp;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly because: string;
}

const sharedSettings =
  'handlers of one key share one settings object, so the one made last decided for all; now each asks for its own';

export const named: readonly Named[] = [
  {
    fixture: 'external-differences',
    name: /Brev/,
    before: /target ApiKey foreign/,
    after: /target Bearer full plain token of studio-client for avfall:brev.send/,
    because: 'the legacy handler leaves a header that is there, the built-in one sets it',
  },
  {
    fixture: 'external-differences',
    name: /Rute/,
    before: /token of old varsel:maskinportensettings for avfall:ruter.les/,
    after: /token of studio-client for avfall:ruter.skriv/,
    because: 'of two Maskinporten handlers the outer won, and now the inner',
  },
  {
    fixture: 'handler-key-unregistered',
    name: /Vaer/,
    before: /ArgumentOutOfRangeException/,
    after: /InvalidOperationException.*MaskinportenHttpMessageHandlerFactory/,
    because: 'a handler whose key nobody registered throws at first use, before and after',
  },
  {
    fixture: 'external-differences',
    name: /clients Epost/,
    before: /grant of old .* for avfall:epost.send: 200; target ApiKey foreign/,
    after: /grant of studio-client by studio for avfall:epost.send: 200; target ApiKey foreign/,
    because: 'a handler of the app stands inside and sets a header of its own, before and after',
  },
  {
    fixture: 'external-unsupported-beside-movable',
    name: /classes .*KaiClient/,
    before: /for kystd:los.bestill/,
    after: /for kystd:kaier.les/,
    because: sharedSettings,
  },
  {
    fixture: 'handler-keys',
    name: /classes .*GrunnbokClient/,
    before: /for bygd:matrikkel.les/,
    after: /for bygd:grunnbok.les/,
    because: sharedSettings,
  },
  {
    fixture: 'handler-place-in-chain',
    name: /classes .*FangstClient/,
    before: /for kystd:kvoter.les/,
    after: /for kystd:fangst.skriv/,
    because: sharedSettings,
  },
  {
    fixture: 'token-provider-8-3',
    name: /services IMaskinportenTokenProvider/,
    before: /token of old maskinportensettings/,
    after: /KeyNotFoundException/,
    because: 'below 8.6 the provider stays registered, with nobody left to ask it, and its secret is gone',
  },
];

/** Apps that cannot be heard before, and why: what the switch leaves of them is heard alone. */
export const unheardBefore: Readonly<Record<string, string>> = {
  'token-provider-v9': 'v9 has no token provider, so the app does not compile before',
};
