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
      return `${reason.file} cannot be patched: ${readOnly[reason.because]}`;
    case 'version-unknown':
      return 'the version of Altinn.App is unknown';
    case 'version-assumed':
      return `${reason.version} is taken to be the newest release it allows; restored as one older than ${reason.needed}, the app would not build`;
    case 'version-too-old':
      return `it needs Altinn.App ${reason.needed} or newer, and the app has ${reason.version}`;
    case 'path-unknown':
      return unknownValue(reason.because);
    case 'undecided-identities':
      return `the app has several legacy identities (${sectionNames(reason.sections)}), and it has not been decided what becomes of each`;
    case 'decision-does-not-fit':
      return reason.decision === 'own-built-in'
        ? `it is decided own-built-in, and v9 has no built-in client with a section of its own; choose ${reason.fitting.join(' or ')}`
        : `it is decided own-external, and this is the built-in client; choose ${reason.fitting.join(' or ')}`;
    case 'to-be-external':
      return 'it is decided own-external: register a client of the external package with a section of its own before the call goes';
    case 'mixed-decisions':
      return 'another call that configures the same client is decided own-built-in; the client cannot have both identities';
    case 'default-section-filled':
      return `${reason.file} has ${reason.keys.join(', ')} in MaskinportenSettings, which the app would use at once; both must go in one change`;
    case 'settings-unread':
      return 'a settings file could not be read, and it may hold keys that the app would use at once';
    case 'own-source':
      return reason.file === null
        ? 'the app adds a configuration source of its own, and what that holds cannot be told: it may win over what Studio provisions, or change what a client asks for'
        : `the app adds ${reason.file} to its configuration by itself, and that has Maskinporten values: they may win over what Studio provisions, or change what a client asks for`;
    case 'default-section-cleared':
      return reason.keys.length === 1
        ? `${reason.keys.join()} is taken out of MaskinportenSettings in ${reason.file}, or it would be mixed with what Studio provisions`
        : `${reason.keys.join(', ')} are taken out of MaskinportenSettings in ${reason.file}, or they would be mixed with what Studio provisions`;
    case 'settings-file-path-removed':
      return `MaskinportenSettingsFilepath is taken out of ${reason.file}, or another file would be loaded than the one that Studio provisions`;
    case 'key-shown':
      return `${reason.file} holds a key there, which a patch would show: change it by hand, and replace the key, for the history keeps it`;
    case 'key-twice':
      return `${reason.file} sets a key twice, so it cannot be told which of the two is meant`;
    case 'key-taken':
      return `${reason.file} has a section by the new name already`;
    case 'section-renamed':
      return reason.vault
        ? `copy the secrets named ${inVault(reason.from)}--… to ${inVault(reason.to)}--… before this is deployed, or the client has no credentials; keep the old ones until then`
        : `whatever sets ${reason.from} outside this repo, such as a pipeline or user secrets, must set ${reason.to} before this is deployed`;
    case 'section-path-unclear':
      return `${reason.file} does not name the section by one text that is used for nothing else`;
    case 'section-read-elsewhere':
      return `${reason.file} reads or names the section in another way, which must be changed along`;
    case 'section-set-in-environment':
      return `${reason.file} sets keys of the section as environment variables, which must be renamed along`;
    case 'built-in-on-section':
      return `the built-in client, used in ${reason.file}, has credentials in the same section`;
    case 'host-place-unclear':
      return 'it cannot be told where ConfigureAppWebHost(args) belongs; it must run on the IWebHostBuilder, with the arguments of the app, before Key Vault is added';
    case 'host-development-only':
      return 'ConfigureAppWebHost(args) is called in Development only: have that call run in every environment, for with a second one it would run twice in Development';
    case 'host-restored':
      return `ConfigureAppWebHost(args) comes back in ${reason.file}: besides the provisioned file it loads the other secret files, the environment variables and the command line`;
    case 'wiring-unclear':
      return wiringObstacle('en', reason.because, reason.condition);
    case 'vault-required':
      return 'the library’s method throws at start when kvSetting is incomplete, and is called everywhere but in Development: each environment must have the secret mount';
    case 'vault-wins-again':
      return 'from the next deploy Key Vault wins over what Studio provisions, until its secrets named MaskinportenSettings--… are gone';
    case 'vault-holds-default':
      return `the listing has MaskinportenSettings--${reason.keys.join(', MaskinportenSettings--')}: behind the host they would keep Studio’s credentials out; remove them, or move the call by hand if the app should still use them`;
    case 'reads-early':
      return `${reason.file} reads ${reason.path ?? 'configuration'} at once between the two, and would no longer see what Key Vault holds`;
    case 'studio-file-cleared':
      return 'the start-up clears the sources of configuration after ConfigureAppWebHost, so the file that Studio provisions is not loaded, and the app would have no credentials';
    case 'studio-file-not-loaded':
      return 'nothing in the app calls ConfigureAppWebHost, so the file that Studio provisions is not loaded, and the app would have no credentials';
    case 'settings-file-path':
      return `${reason.file} sets MaskinportenSettingsFilepath, so another file is loaded than the one that Studio provisions`;
    case 'external-on-default-section':
      return `a client of the external package in ${reason.file} is still bound to MaskinportenSettings, which Studio is to fill`;
    case 'default-section-read':
      return `${reason.file} reads ${reason.path} itself, and would find nothing there: give it credentials from another section first`;
    case 'several-identities':
      return `the app has several legacy identities (${sectionNames(reason.sections)}), and their rights come together in one`;
    case 'secret-in-context':
      return `${reason.file} holds a key beside it, which a patch would show`;
    case 'several-configurers':
      return `the client is configured in ${reason.count} places that stack on each other`;
    case 'other-branch':
      return 'another branch of the code configures the client too, so which one runs depends on a condition';
    case 'after-app-services':
      return 'the call stands after AddAltinnAppServices, so it stacks on the default section';
    case 'order-unknown':
      return 'it could not be seen from Program.cs when the call runs';
    case 'development-only':
      return 'the call only runs in Development';
    case 'conditional':
      return `the call only runs when ${reason.condition}`;
    case 'shared-library':
      return `the file is shared with ${reason.projects.join(', ')}: what changes here changes there as well`;
    case 'reference-unclear':
      return unclearReferences[reason.because];
    case 'library-may-bring-package':
      return `${reason.name} may bring the package too, and the reference may be there to pin its version`;
    case 'package-named-in-text':
      return `${reason.file} names the package in a string: it may be loaded by its name`;
    case 'outside-app':
      return 'the project is no part of the app: who looks after it decides';
    case 'nothing-used':
      return 'that nothing of the package is used rests on the names that are known to be in it: build before merging';
    case 'lock-file':
      return `${reason.files.join(', ')} must be renewed with dotnet restore: a build in locked mode fails until then`;
    case 'package-version':
      return `${reason.version} is ${packageVersions[reason.from]}`;
    case 'key-type':
      return `it signs with ${keyTypes[reason.keyType](reason.definition)}; the built-in client takes a JWK only`;
    case 'unsupported-settings':
      return `it sets ${reason.members.join(', ')}, for which the built-in client has nothing`;
    case 'scopes-unknown':
      return `its scopes are not known: ${unknownAccess(reason.because, 'Scope')}`;
    case 'exchange-unknown':
      return `whether it exchanges the token is not known: ${unknownAccess(reason.because, 'ExhangeToAltinnToken')}`;
    case 'inside-switch':
      return 'it is registered in one arm of a switch; the arms have to move together';
    case 'generic-helper':
      return 'it is registered by a generic method, for whatever type its callers name';
    case 'guarded-by-settings':
      return `it is only registered when ${reason.condition}, which asks for the old settings: with credentials from Studio that answer changes`;
    case 'delegate-unclear':
      return `what its delegate does was not understood: ${reason.statement}`;
    case 'call-unclear':
      return 'its arguments fit no version of the method that is known';
    case 'local-runs-only':
      return 'it only runs in Development, where nothing is provisioned';
    case 'definition-not-found':
      return reason.key === null
        ? 'the key of its client definition is computed when the app runs'
        : `no client definition is registered under "${reason.key}"`;
    case 'definitions-differ':
      return `several client definitions are registered under "${reason.key}" and they differ`;
    case 'handlers-stay':
      return reason.count === 1 ? 'a handler that needs it stays' : `${reason.count} handlers that need it stay`;
    case 'no-handler':
      return 'no handler asks for it; that none does from outside this repo is for you to know';
    case 'registration-consumed':
      return `${reason.name} in ${reason.file} needs what it registers`;
    case 'api-not-referenced':
      return `${reason.project} does not reference Altinn.App.Api, where the new methods are`;
    case 'own-section-unknown':
      return 'it is decided own-built-in, and its section cannot be told';
    case 'several-built-in':
      return `the built-in client has one section, and several are decided own-built-in: ${reason.sections.join(', ')}`;
    case 'built-in-keys':
      return `the built-in client reads Authority, ClientId and JwkBase64 from ${reason.section}: give it these keys, in settings and in the vault`;
    case 'sets-authorization':
      return `${reason.file} sets the Authorization header itself; the new handler always replaces it`;
    case 'overwrites-authorization':
      return `${reason.file} says what becomes of an Authorization header that is there already; the new handler always replaces it`;
    case 'catches-token-exception':
      return `${reason.file} uses TokenRequestException, which the built-in client does not throw`;
    case 'request-context':
      return `${reason.file} sets a context for single requests, such as a consumer organisation; the new handler knows none`;
    case 'definition-of-handler':
      return `the definition registered under its key is ${reason.definition}, not the one that the handler names`;
    case 'own-on-default-section':
      return 'it is decided own-built-in, and its section is MaskinportenSettings, which Studio fills: choose another section or another decision';
    case 'configured-elsewhere':
      return `the built-in client is configured in ${reason.file} already, for other credentials`;
    case 'built-in-in-use':
      return `${reason.file} uses the built-in client already, with the credentials that Studio provisions; bound to the section it would have those`;
    case 'no-place-to-configure':
      return 'there is no statement, run always and before AddAltinnAppServices, above which the built-in client could be bound to its section';
    case 'configuration-stays':
      return `the built-in client is still configured in ${reason.file}, so it would have those credentials`;
    case 'own-built-in-by-hand':
      return 'it is decided own-built-in: bind the built-in client to the section by hand first, with Authority, ClientId and JwkBase64 in it';
    case 'shim-removed':
      return 'it is decided own-external, and v9 has no token provider: ask the service of the package for tokens instead';
    case 'service-shared':
      return 'the service hands out tokens for clients that are decided differently, and whose they are cannot be told';
    case 'kept-by-decision':
      return 'it is decided to stay';
    case 'two-handlers':
      return 'two Maskinporten handlers work on one client: before, the outer one won, now the inner one does';
    case 'settings-shared':
      return 'several clients share one settings object and ask for different things: before, the handler that was made last decided for all of them, now each asks for its own';
    case 'local-runs':
      return `${reason.file} has credentials for local runs, where Studio provisions none`;
    case 'section-unknown':
      return 'the section of its settings cannot be told';
    case 'access-from-settings':
      return `what it asks for stands in ${reason.section} of the settings files, and Key Vault may say otherwise`;
    case 'exchange-may-be-in-vault':
      return `Key Vault may hold ${inVault(reason.section)}--ExhangeToAltinnToken, and then the token was exchanged`;
    case 'vault-may-hold-default':
      return 'Key Vault may hold MaskinportenSettings--ClientId: remove it in the same step, or keys of two clients mix';
    case 'vault-default-listed':
      return `the vault holds MaskinportenSettings--${reason.keys.join(', MaskinportenSettings--')}: disable or remove them when this is deployed, or the client takes these instead of what Studio provisions, or mixes the two`;
    case 'vault-default-named':
      return `the repo names the secrets ${reason.names.join(', ')}: if the vault holds them, disable or remove them when this is deployed, or the client takes these instead of what Studio provisions, or mixes the two`;
    case 'settings-used-elsewhere':
      return `${reason.file} uses the settings object elsewhere; once the old secrets are gone, it is empty`;
    case 'set-in-code':
      return 'the delegate may set more than the credentials; what else it does goes with it';
    case 'full-token':
      return 'from then on the text holds the whole token: make sure that it goes where the token belongs, and into no log';
    case 'use-unknown':
      return 'what becomes of it after that cannot be told from the code in sight';
    case 'token-use':
      return `line ${reason.line}: ${tokenUses.en[reason.use]}`;
    case 'own-token-client':
      return `the tokens come from ${reason.name}, which the app registers or implements itself in ${reason.file}; what it does beyond asking Maskinporten must be accounted for first`;
    case 'own-provider':
      return 'it is a client of the app’s own: only people know what it does beyond asking Maskinporten for a token';
    case 'oldest-api':
      return 'it is the oldest API of the package, whose parts are put together by hand';
    case 'core-not-referenced':
      return `${reason.project} does not reference Altinn.App.Core, where the built-in client is`;
    case 'token-source-changes':
      return 'the tokens come from the built-in client then, under the credentials that Studio provisions, and its exceptions are of other types';
    case 'provider-of-library':
      return 'the library registers a provider itself, over the built-in client: whatever still asks for one gets Studio’s credentials';
    case 'registered-for-nobody':
      return 'nothing was found in the app that takes the service';
    case 'settings-still-taken':
      return `${reason.file} still takes the settings of the package, so what binds them stays`;
    case 'legacy-eformidling':
      return `AddEFormidlingServices with two type arguments in ${reason.file} makes the library take IMaskinportenService and its settings: what registers those stays`;
    case 'named-in-tests':
      return `tests name ${reason.name} and will not compile or will test nothing: ${reason.files.join(', ')}`;
    case 'no-record':
      return 'there is no migration record that tells whose section it was';
    case 'section-computed':
      return `${reason.file} reads a section whose name it computes`;
    case 'no-reader-found':
      return 'that no reader was found in the code is no proof that there is none';
    case 'constant-unused':
      return `the constant ${reason.name} in ${reason.file} names it and stays: nothing uses it any more, so remove it by hand`;
    case 'constant-public':
      return `the constant ${reason.name} in ${reason.file} names it: nothing in this repo uses it, but code elsewhere that uses the library may`;
    case 'vault-still-read':
      return 'Maskinporten clients of the app may still take their credentials from the vault: move them first';
    case 'switch-unrecorded':
      return 'there is no migration record that says that the app has left its own Maskinporten credentials, and its secrets may still be in use';
    case 'secret-still-read':
      return `${reason.file} reads a secret by its name, which needs what is mounted for the vault`;
    case 'vault-code-beside':
      return `${reason.file} uses the vault, or what is mounted for it, in another way; provider and mounts go together or not at all`;
    case 'vault-function-named':
      return `${reason.file} names the function that adds the vault in a way that is not followed`;
    case 'mounts-unclear':
      return `${reason.file} mounts or names the secret altinn-appsettings-secret in a way that is not edited; provider and mounts go together`;
    case 'nothing-calls-it':
      return 'no call of it was found in the repo';
    case 'packages-perhaps-pinned':
      return `Altinn.App brings ${reason.packages.join(', ')} as well: the reference may be there for its version`;
    case 'rights-extended':
      return `it changes rights: ${reason.rule === null ? 'a rule that is' : `rule ${reason.rule}, which is`} for the service owner alone, grants ${enumerated(reason.actions, 'and')} as well, for every instance`;
    case 'rights-added':
      return `it changes rights: a new rule grants the service owner, and nobody else, ${enumerated(reason.actions, 'and')} for every instance`;
    case 'right-of-people':
      return `${enumerated(reason.actions, 'and')} may let the service owner act in somebody’s place, do what cannot be undone, or what only those who made the task know; people decide that, and grant it in a rule bound to the task or end event`;
    case 'policy-inconclusive':
      return 'what the policy grants already cannot be decided, and a right is not added on a guess';
    case 'conflict':
      return `its change overlaps with that of ${reason.rule}`;
    case 'let-stand':
      return `its change would touch what the suppression of ${reason.rule} lets stand`;
    case 'not-verified':
      return failedChecks[reason.check];
  }
}

const keyTypes = {
  certificate: (definition: string) => `a certificate (${definition})`,
  own: (definition: string) => `what ${definition}, a definition of your own, provides`,
  unknown: (definition: string) => `what ${definition} provides`,
};

function unknownAccess(because: UnknownAccess, key: string): string {
  switch (because.code) {
    case 'computed':
      return `${key} is computed: ${because.expression}`;
    case 'differs-by-environment':
      return `${because.files.join(' and ')} disagree on ${because.section}:${key}`;
    case 'only-in-vault':
      return `no settings file has ${because.section}:${key}, so it can only be in Key Vault`;
    case 'not-set':
      return `nothing sets ${because.section}:${key}`;
    case 'emptied':
      return `${key} is set to ${because.expression}`;
    case 'set-in-deployment':
      return `${because.file} sets ${because.section}:${key}, and each deployment may have another value`;
    case 'section-unknown':
      return `it may stand in a section that cannot be told`;
    case 'not-followed':
      return tokenUses.en[because.use];
  }
}

/** As a secret of the vault is called. */
function inVault(section: string): string {
  return section.replaceAll(':', '--');
}

function sectionNames(sections: readonly (string | null)[]): string {
  return sections.map((section) => section ?? 'unknown section').join(', ');
}

const refusals: Readonly<Record<Refusal, string>> = {
  'conditional-compilation': 'it stands between #if and #endif',
  'syntax-error': 'the code around it could not be parsed',
  'if-with-else': 'without it an if would be empty while its else stays',
  'only-statement': 'it is all that a loop, using, lock or try holds',
  'condition-with-effects': 'the condition of the if around it does something',
  'expression-body': 'it is the whole body of a method or lambda',
  'value-used': 'what it returns is used',
  'null-conditional': 'a null check (?.) hangs on it',
  'directive-in-the-way': 'a #region or another directive stands around it, or on the way',
  'shares-line': 'other code stands on its line',
  'comment-in-the-way': 'a comment stands where the code would be joined',
  'local-with-effects': 'a variable that only it uses does something when it is set',
  'not-found': 'the code changed while it was read',
};

const readOnly = {
  'utf-16': 'it is UTF-16, which git treats as binary',
  'not-utf-8': 'it is not valid UTF-8',
  symlink: 'it is a symbolic link',
};

const packageVersions = {
  central: 'the version that is stated centrally',
  'altinn-app': 'the version that came along with Altinn.App so far',
  choice: 'the version that the last releases of Altinn.App 8 brought; which one the app had could not be read',
};

const unclearReferences: Readonly<Record<UnclearReference, string>> = {
  conditional: 'the reference stands under a condition',
  'passed-over':
    'versions are not stated centrally, so NuGet passes a GlobalPackageReference over; another SDK may still read it',
  'several-versions': 'its version is stated in more than one place',
  'several-packages': 'the element names other packages as well',
  'unclear-usings':
    'a Using item of the project file imports the package together with something else, or under a condition',
  'uses-unclear': 'whether the code uses anything of what it imports cannot be told',
  'no-neighbour': 'the project file has no package reference that a new one could stand beside',
};

const failedChecks: Readonly<Record<FailedCheck, string>> = {
  syntax: 'the patch would have left a syntax error, so it was withdrawn',
  'still-found': 'the patch would not have removed the finding, so it was withdrawn',
  'new-error': 'the patch would have caused another error, so it was withdrawn',
  'not-stable': 'the patch would have wanted a second one, so it was withdrawn',
};

export function unknownValue(reason: UnknownReason): string {
  switch (reason.code) {
    case 'parameter':
      return `the value comes in through the parameter ${reason.name}`;
    case 'parameter-varies':
      return `callers pass different values for ${reason.name}`;
    case 'reassigned':
      return `${reason.name} is set in more than one place`;
    case 'set-at-run-time':
      return `${reason.name} gets its value when the app runs`;
    case 'mutable':
      return `${reason.name} can be set by other code`;
    case 'overridable':
      return `${reason.name} can be overridden`;
    case 'read-before-set':
      return `${reason.name} is read before it is set`;
    case 'ambiguous':
      return `${reason.name} leads to several declarations that disagree`;
    case 'undeclared':
      return `${reason.name} is not declared in this app`;
    case 'conditional':
      return `the value depends on a condition: ${reason.expression}`;
    case 'differs-by-symbols':
      return `the #if branches of ${reason.file} disagree`;
    case 'computed':
      return `the value is computed when the app runs: ${reason.expression}`;
    case 'not-a-string':
      return `the value is not a string: ${reason.expression}`;
    case 'not-understood':
      return `the code around it could not be parsed: ${reason.expression}`;
    case 'too-deep':
      return 'the value is composed in too many steps to follow';
  }
}
