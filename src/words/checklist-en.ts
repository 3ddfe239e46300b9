import type { ChecklistWords } from './checklist.ts';
import { namedSecrets, type SaidSecret, type SecretCertainty } from './named-secrets.ts';
import { phrase } from './phrase.ts';
import { plural } from './plural.ts';
import { aboutScopes } from './scopes.ts';

const certainties: Readonly<Record<SecretCertainty, string>> = {
  listed: 'in the vault',
  seen: 'named in the repo',
  inferred: 'to be expected from the code',
};
const named = (names: readonly SaidSecret[]) => namedSecrets(names, certainties);

function leftOut(items: number, details: number): string {
  if (details === 0) return plural(items, 'item is', 'items are');
  return items === 0
    ? `The details of ${plural(details, 'item', 'items')} are`
    : `${plural(items, 'item', 'items')} and the details of ${plural(details, 'other', 'others')} are`;
}

export const checklistEn: ChecklistWords = {
  title: (app) => phrase`Checklist: Maskinporten credentials of ${app}`,
  heading: 'Checklist',
  states: { done: 'Done:', open: 'To do:' },
  legend: phrase`A ticked box is what maskinflytt verified in the repo, or what somebody ticked. The others are left to people.`,
  nextPhase: 'Next phase',
  sections: {
    asItIs: 'The app as it is',
    ownClients: 'Clients of the app’s own',
    scopesInStudio: 'Scopes in Altinn Studio',
    before: 'Before the switch',
    compare: '1. Compare the scopes',
    scopes: '2. Add the scopes in Altinn Studio',
    code: '3. Change the code',
    test: '4. Build, and deploy to TT02',
    verify: '5. Verify in TT02',
    production: '6. Deploy to production, and verify there',
    cleanup: '7. Clean up, once production is verified',
    local: 'Local runs',
    rollback: 'The way back',
    unseen: 'What the tool could not see',
  },

  nothingToMove: phrase`The app does not use Maskinporten, so there is nothing to move.`,
  managedByStudio: phrase`Altinn Studio manages the credentials of the app, so there is nothing to move.`,
  staysAsDecided: phrase`Every client keeps credentials of its own, as was decided, so nothing moves to Altinn Studio.`,
  staysAndChanges: phrase`Every client keeps credentials of its own, as was decided, and there is something to change in the code for that.`,
  ownSwitch: 'the change of the code; the credentials stay the app’s own',
  mergeOwn: 'Merge it once what is to be looked over below is in order. It removes nothing that a rollback needs.',
  upgradeFirst: phrase`The upgrade of Altinn.App comes first, in a pull request of its own. Then make this checklist again: it will have all the steps.`,
  decideFirst: (open) =>
    phrase`Nothing of ${{ said: open === 1 ? 'an identity' : 'these identities' }} is changed before it is decided what becomes of ${{ said: open === 1 ? 'it' : 'each' }}. Then make this checklist again.`,

  access: {
    scopes: phrase`Access to choose scopes in Altinn Studio: through Ansattporten, to administer the clients of the organisation. Whoever sees no scopes there asks the one who administers Maskinporten access for the organisation, or Altinn servicedesk.`,
    deploy: phrase`Access to deploy the app in Altinn Studio, to TT02 and to production.`,
    portal: phrase`Access to the existing client in Samarbeidsportalen.`,
    vault: phrase`Access to disable and delete secrets in Key Vault, for TT02 and for production.`,
  },
  readsProvided: (version) => phrase`${{ said: version }} reads the credentials that Altinn Studio provides.`,
  decided: (identity, decision) =>
    decision === 'studio'
      ? phrase`${identity} moves to the client that Altinn Studio manages (${decision}).`
      : phrase`${identity} stays the app’s own (${decision}).`,
  byDefault: (identity, options) => [
    ...phrase`By default, ${identity} moves to the client that Altinn Studio manages (${'studio'}): nobody has decided otherwise.`,
    ...(options.length === 0 ? [] : phrase` To decide otherwise: ${options}.`),
  ],
  toDecide: (identity, places, choices) =>
    places.length === 0
      ? phrase`Decide what becomes of ${identity}: ${choices}.`
      : phrase`Decide what becomes of ${identity} (${places}): ${choices}.`,
  howToDecide: (option) =>
    phrase`Put the decisions into ${'maskinflytt.config.json'}, or pass each as in ${option}. ${'studio'}: the scopes go to the client that Altinn Studio manages. ${'own-external'}: the app keeps the external package, its section and its vault. ${'own-built-in'} (v8 only): the built-in client uses the section.`,

  patch: ({ phase, command, findings }) =>
    phrase`Take in the patch of phase ${phase}, which ${{ said: findings === 0 ? 'removes the migration record' : `mends ${plural(findings, 'finding', 'findings')}` }}; from the root of the repo: ${command}.`,
  patchIn: (file, labels) =>
    labels.length === 0 ? phrase`Look through ${file}.` : phrase`Look through ${file} (${labels}).`,
  moreFiles: (count) => phrase`Look through ${{ said: plural(count, 'file', 'files') }} more.`,
  merge: {
    prepare:
      'It does not touch which credentials are used, so it may be merged any time. Make this checklist again when it is merged.',
    switch: 'Merge it once the scopes are in Altinn Studio.',
    switchBeforeScopes: 'Merge and deploy it before the scopes are added in Altinn Studio.',
    cleanup: 'Only once production is verified: it removes what a rollback needs.',
  },
  removesNothing: 'It removes nothing that a rollback needs.',
  build: phrase`Run ${'dotnet build'} and the tests of the app. The patch is verified, and that means parsed and audited again, not compiled.`,
  record: (file) => phrase`Commit ${file} along: the cleanup reads in it what has moved.`,
  nothingLeft: (phase) =>
    ({
      prepare: phrase`Nothing is left to prepare.`,
      switch: phrase`Nothing is left to change in the repo for the switch.`,
      cleanup: phrase`Nothing is left to clean up in the repo.`,
    })[phase],
  review: (rule, place) => phrase`Look over the change of ${rule} (${place}).`,
  byHand: (rule, place) => phrase`By hand, ${rule} (${place}): `,
  waiting: {
    decision: (rule, place) => phrase`Waits for the decision, ${rule} (${place}): `,
    upgrade: (rule, place) => phrase`Waits for the upgrade, ${rule} (${place}): `,
    switch: (rule, place) => phrase`Waits for the switch, ${rule} (${place}): `,
  },
  stands: (rule, place) =>
    phrase`See that this may still stand: ${rule} (${place}) is suppressed, so no patch takes it along.`,
  goesAlong: (phase, rule, place) =>
    phrase`See that the patch of phase ${phase} takes ${rule} (${place}) along: nothing has to be changed for it by hand.`,
  removalSwitches:
    'This is what makes the app switch, so take it in once the scopes are in Altinn Studio, and deploy it along with them.',
  withdrawn: (reason) => `The patch was withdrawn: ${reason}.`,

  compare: (sections) =>
    sections.length === 0
      ? phrase`See in Samarbeidsportalen which scopes the existing client has, and compare them with those in step 2. With a list of them, ${'--registered-scopes'} compares.`
      : phrase`See in Samarbeidsportalen which scopes the existing client has (of ${sections}), and compare them with those in step 2. With a list of them, ${'--registered-scopes'} compares.`,
  compared: phrase`The existing client has the scopes that the code asks for, and no others, by the list that was given.`,
  registeredOnly: (scopes) =>
    phrase`The existing client also has ${scopes}, and no code here asks for it. Find out who uses it before leaving it out.`,
  notRegistered: (scopes) =>
    phrase`The existing client does not have ${scopes}. See that the organisation has been given access to it.`,

  beforeScopes: {
    prepare: phrase`Do not add scopes yet. As the app is now, it breaks at the first deploy after that: deploy what stands under “Before the switch” first.`,
    together: phrase`Scopes and step 3 go into one and the same deploy. As the app is now, it breaks at the first deploy after scopes are added: deploy nothing between adding them and the change of step 3.`,
    vault: phrase`Do not add scopes before the patch of step 3 is deployed: as the app is now, from the next deploy after that what Altinn Studio provides wins over the Key Vault, key by key.`,
  },
  addScopes: phrase`Add these scopes to the app in Altinn Studio (app settings, Maskinporten):`,
  lookUpScopes: phrase`See in Altinn Studio (app settings, Maskinporten) that the app has these scopes:`,
  buttonEnough: (scopes) =>
    phrase`Add the default scopes with the button in the Maskinporten tab of Altinn Studio. The default button is enough: the app asks for ${scopes}.`,
  studioAddsThem: (scopes) =>
    phrase`There is nothing to add: the app asks for ${scopes}, and Altinn Studio adds the default scopes to every app of v9 by itself.`,
  studioAddsThese: (scopes) => phrase`Altinn Studio adds ${scopes} to every app of v9 by itself.`,
  undecidedScopes: (scopes) =>
    phrase`The code asks for ${scopes}. Which of them belong in Altinn Studio follows from the decisions.`,
  incomplete: phrase`Add also what the code asks for in ways that the tool could not read: see step 1.`,
  noScopes: phrase`No code was found that asks for a scope. The built-in client can ask only for scopes that are added in Altinn Studio.`,
  scopesTakeEffect: 'Scopes take effect the next time the app is built and deployed.',
  aboutScopes: (scopes) => aboutScopes(scopes, 'en').join(' '),

  deployTest: phrase`Build the app in Altinn Studio, and deploy it to TT02.`,
  switchesHere: 'With this deploy, TT02 goes over to the credentials that Altinn Studio manages.',
  disableCopied: (names) => [
    ...phrase`When the copied secrets are in use and verified, first in TT02 and then in production, and nothing else needs the originals, disable those of each environment, all together; in steps 4 and 6 at the latest. Otherwise they mix with what Altinn Studio provides`,
    ...(names.length === 0 ? [] : [':', ...named(names)]),
    '.',
  ],
  disableTest: {
    beforeDeploy: (names) =>
      phrase`Disable these secrets in the Key Vault of TT02, all together, right before the app is deployed there, and then deploy at once:`.concat(
        named(names),
        '.',
      ),
    afterDeploy: (names) =>
      phrase`Disable these secrets in the Key Vault of TT02, all together, and redeploy:`.concat(named(names), '.'),
  },
  disableProduction: {
    beforeDeploy: phrase`Disable the same secrets in the Key Vault of production, all together, right before the app is deployed there, and then deploy at once.`,
    afterDeploy: phrase`Disable the same secrets in the Key Vault of production, all together, and redeploy.`,
  },
  vaultReload: {
    yes: 'A running app reads the vault every five minutes: one that is left behind mixes with what Altinn Studio provides into a client that Maskinporten refuses.',
    no: 'This version reads the vault only when the app starts.',
    unknown:
      'From 8.9.1 a running app reads the vault every five minutes: one that is left behind mixes with what Altinn Studio provides into a client that Maskinporten refuses.',
  },
  testCalls: phrase`Try each of these calls in TT02: that it gets a token, and that the call is answered.`,
  exchangedFail: phrase`Exchanged tokens fail in other ways: Maskinporten may answer, and Altinn may still refuse the exchange, or answer the call with 403 because of the policy.`,
  call: ({ name, scopes, exchange, places }) => [
    ...phrase`${name}: ${{ said: exchange === true ? 'exchanged Altinn token' : 'Maskinporten token' }}`,
    ...(scopes.length === 0 ? [' (which scopes, the tool could not tell)'] : phrase` for ${scopes}`),
    ...(exchange === null ? [' (whether it is exchanged, the tool could not tell)'] : []),
    ...(places.length === 0 ? [] : phrase`; ${places}`),
    '.',
  ],
  libraryCall: (scope, places) =>
    places.length === 0
      ? phrase`${scope}: asked for by a library; run through what uses it.`
      : phrase`${scope}: asked for by a library; run through what uses it (${places}).`,
  keepsWorking: (client, place) => phrase`${client} (${place}) keeps its own credentials: see that it works as before.`,
  startsAndAnswers: phrase`The app starts in TT02, and gets a token from Maskinporten.`,
  deployProduction: phrase`Deploy to production.`,
  verifyProduction: phrase`Verify the calls of step 5 in production too.`,

  cleanupLater: (command) =>
    phrase`When the switch is merged and production is verified, see what is left to clean up: ${command}`,
  retire: (names) => phrase`Retire these secrets in Key Vault, in TT02 and production:`.concat(named(names), '.'),
  unsure: (names) => phrase`Find out whose these secrets are, before anybody touches them: ${names}.`,
  deleteDisabled: phrase`Delete and purge the secrets that were disabled in steps 4 and 6.`,
  otherUsers: phrase`Account for everybody else who uses the old client and its secrets: other apps, other integrations, and the Altinn CLI, which has the same key in ${'EncodedJwk'} of its own ${'appsettings.json'}.`,
  deleteClient: phrase`Only then delete the old client in Samarbeidsportalen.`,
  keepVault: phrase`Keep whatever of Key Vault the app uses for other secrets.`,

  local: {
    v9: phrase`Each developer takes a test client into local runs with ${'studioctl app maskinporten set'}.`,
    v8: (localFile) => [
      ...phrase`Altinn Studio provides nothing to local runs: each developer puts a test client under ${'MaskinportenSettings'} (${['Authority', 'ClientId', 'JwkBase64']}) in user secrets`,
      ...(localFile ? phrase` or in ${'appsettings.Local.json'}, which must not be committed` : []),
      ', or lets local runs use a mock.',
    ],
    exchange: phrase`In local runs the built-in client exchanges tokens at ${'PlatformSettings:ApiAuthenticationEndpoint'}: in the template that is localhost, where nothing exchanges them. Set the endpoint, or use a mock.`,
    onlyHere: (client, place) =>
      phrase`${client} (${place}) runs in local runs only: it has nothing to be tried in TT02 or in production.`,
    before: 'The external package called TT02.',
  },
  ownClient: phrase`A client of one’s own is looked after by hand in Samarbeidsportalen: log in for the organisation, create a Maskinporten client with a name and its scopes, and add a public key (JWK or PEM; ${'altinn-jwks create'} makes the key, and ${'altinn-jwks export'} writes it out in base64). Keep the private key, base64-encoded when it goes to Key Vault. The built-in client takes a JWK only.`,

  rollback: {
    prepare: phrase`${{ said: 'Before the switch' }}: revert the change and deploy. The credentials are the same before and after.`,
    prepareShared: phrase`${{ said: 'Before the switch' }}: revert the change and deploy, but not after scopes are added in Altinn Studio: then its client id may meet the app’s own key. Until then the credentials are the same before and after.`,
    switchCode: phrase`The switch: revert the change and deploy. The old client, its secrets and its section are there until the cleanup, so take none of them away before production is verified.`,
    switchMixes: phrase`The switch: while the scopes are in Altinn Studio, reverting does not bring the old credentials back: the old key meets the client id of Altinn Studio again, and Maskinporten refuses. Giving the old credentials a section of their own, with all their keys, and binding it with ${'ConfigureMaskinportenClient("…")'} before ${'AddAltinnAppServices'} does (v8).`,
    switchSecrets: phrase`The secrets: enable them again, all of one environment together, and redeploy. The vault then wins again.`,
    switchScopesVault: phrase`Here no code change makes the app switch: reverting does not bring the old credentials back. Adding Key Vault after ${'ConfigureAppWebHost'} does, because the vault wins then.`,
    switchScopesSettings: phrase`Here no code change makes the app switch: reverting does not bring the old credentials back. Giving them a section of their own and binding it with ${'ConfigureMaskinportenClient("…")'} does (v8).`,
    secretsAlong: phrase`The secrets: enable them again, all of one environment together, in one go with that. Enabled without it, they mix with what Altinn Studio provides.`,
    secretsMix: phrase`The secrets: what was disabled is not enabled again under the same names, where it mixes with what Altinn Studio provides. Put it into the vault under the names of the new section.`,
    secretsAgain: phrase`The secrets: enable them again, all of one environment together, and redeploy.`,
    cleanup: phrase`The cleanup: revert the change, recover the deleted secrets, and deploy. What has been purged cannot be recovered, so purge last.`,
  },

  unseen: {
    vaultNames: phrase`What Key Vault holds: pass the names of its secrets with ${'--vault-secrets'} to be told for certain.`,
    vaultValues: phrase`What the secrets in Key Vault hold: the names were given, and values are never read.`,
    portal: phrase`Which scopes the existing client has in Samarbeidsportalen (${'--registered-scopes'}), and who else uses it.`,
    portalUsers: phrase`Who else uses the existing client in Samarbeidsportalen; its scopes were given.`,
    studio: phrase`Which scopes the app has in Altinn Studio, and what is deployed where.`,
    others: phrase`Other repos and integrations, user secrets, and variables that are set outside of the repo.`,
    file: (file, reason) => phrase`${file}: ${{ said: reason }}`,
    rulesLeftOut: phrase`Whatever only other rules find: some were left out (${['--rule', '--skip-rule']}), so this checklist is not complete.`,
  },

  leftOut: ({ items, details, limit, command }) =>
    phrase`${{ said: leftOut(items, details) }} left out, to fit into ${{ said: String(limit) }} characters. All of it: ${command}`,
  updated: (file, kept) =>
    `${file}: the checklist is replaced, and ${plural(kept, 'box', 'boxes')} that people ticked kept.`,
  added: (file) => `${file}: the checklist is added.`,
  unticked: (item) => `No longer ticked, because it no longer holds: ${item}`,
  changed: (item) => `No longer ticked, because it is now about something else than when it was ticked: ${item}`,
  ticksGone: (count) =>
    `${plural(count, 'ticked item is', 'ticked items are')} not in the new checklist, or there are now more or fewer items just like it: look again.`,
  linesGone: (count, first) =>
    `${plural(count, 'line of the old checklist is', 'lines of the old checklist are')} not in the new one, the first of them: ${first}`,
  tooShort: (limit) => `Nothing of the checklist fits into ${limit} characters; give --max-length a larger number.`,
  badLength: (given, least) => `--max-length wants a whole number of at least ${least}, and "${given}" is none.`,
  ofAnother: (file) =>
    `${file} holds the checklist of another app, or of this one under another name, so nothing was written. Take that one out first, or name another file.`,
  damaged: (file) =>
    `${file}: the markers around the checklist are damaged or doubled, so nothing was written. There must be one <!-- maskinflytt:checklist --> and below it one <!-- /maskinflytt:checklist -->, each on a line of its own, or neither.`,
  notText: (file) => `${file} is not a text in UTF-8, so nothing was written.`,
};
