import type { BilingualRuleWords } from '../../bilingual.ts';

export interface ForeignOrgData {
  readonly file: string;
  /** The id of the rule; null where it has none. */
  readonly rule: string | null;
  /** As the rule writes it. */
  readonly org: string;
  /** From the app's metadata. */
  readonly own: string;
  /** For whom the rule is, or whose app it is about. */
  readonly part: 'subject' | 'resource';
}

/** Another casing of the org itself, or of its placeholder, matches nothing. */
const isMisspelt = ({ org, own }: ForeignOrgData) =>
  org.toLowerCase() === own.toLowerCase() || org.toLowerCase() === '[org]';

export const foreignOrg: BilingualRuleWords<ForeignOrgData> = {
  en: {
    title: 'A rule names another org',
    message: (data) => {
      const rule = data.rule === null ? 'a rule' : `rule ${data.rule}`;
      return data.part === 'subject'
        ? `${data.file}: ${rule} is for the org ${data.org}; the app belongs to ${data.own}.`
        : `${data.file}: ${rule} is about an app of ${data.org}; this one belongs to ${data.own}.`;
    },
    why: (data) => {
      if (isMisspelt(data)) {
        return 'It is written in another casing than Altinn compares with, so the rule applies to nobody. Only [ORG], [org], [APP] and [app] are replaced when the app is deployed.';
      }
      return data.part === 'subject'
        ? `It gives its rights to ${data.org}, never to the service owner of this app. The policy may have been copied from another app, or the other organisation may be meant to have these rights.`
        : 'It covers no instance of this app. The policy may have been copied from another app.';
    },
    next: (data) =>
      isMisspelt(data)
        ? 'Write [ORG], and let whoever answers for access to the service see the change.'
        : data.part === 'subject'
          ? `If ${data.org} shall have these rights, leave the rule; if the service owner was meant, write [ORG].`
          : 'Write [ORG] and [APP] if this app was meant, or take the rule out.',
    about: [
      'In a policy `[ORG]`, `[org]`, `[APP]` and `[app]` stand for the app’s own org and name, in exactly this casing; they are replaced when the app is deployed. A literal org is compared as it stands. One that is not the org of `applicationmetadata.json` is never a right of the service owner.',
      'Such a rule may be meant: another agency that reads on the service owner’s behalf. Which it is, only people know, so no patch is offered. If the service owner itself lacks a right, that is a finding of its own.',
    ],
    whenNot: ['The other org is meant to have these rights: suppress the finding and say why.'],
  },
  nb: {
    title: 'En tilgangsregel nevner en annen organisasjon',
    message: (data) => {
      const rule = data.rule === null ? 'en tilgangsregel' : `tilgangsregel ${data.rule}`;
      return data.part === 'subject'
        ? `${data.file}: ${rule} gjelder organisasjonen ${data.org}; appen tilhører ${data.own}.`
        : `${data.file}: ${rule} handler om en app hos ${data.org}; denne tilhører ${data.own}.`;
    },
    why: (data) => {
      if (isMisspelt(data)) {
        return 'Den er skrevet med andre store og små bokstaver enn Altinn sammenligner med, så regelen gjelder ingen. Bare [ORG], [org], [APP] og [app] byttes ut når appen publiseres.';
      }
      return data.part === 'subject'
        ? `Den gir rettighetene til ${data.org}, aldri til tjenesteeieren av denne appen. Policyen kan være kopiert fra en annen app, eller den andre organisasjonen kan være ment å ha rettighetene.`
        : 'Den dekker ingen instans av denne appen. Policyen kan være kopiert fra en annen app.';
    },
    next: (data) =>
      isMisspelt(data)
        ? 'Skriv [ORG], og la den som har ansvar for tilgangen til tjenesten, se endringen.'
        : data.part === 'subject'
          ? `Skal ${data.org} ha disse rettighetene, kan regelen stå; var det tjenesteeieren som var ment, skriv [ORG].`
          : 'Skriv [ORG] og [APP] hvis det er denne appen som er ment, eller ta ut regelen.',
    about: [
      'I en policy står `[ORG]`, `[org]`, `[APP]` og `[app]` for appens egen organisasjon og navn, med nøyaktig disse store og små bokstavene; de byttes ut når appen publiseres. Et org-navn som er skrevet rett inn, sammenlignes som det står. Er det et annet enn i `applicationmetadata.json`, er det aldri en rettighet for tjenesteeieren.',
      'En slik regel kan være ment: en annen etat som leser på vegne av tjenesteeieren. Hva som er tilfellet, må vurderes manuelt, så ingen endring foreslås. Mangler tjenesteeieren selv en rettighet, er det et eget funn.',
    ],
    whenNot: ['Den andre organisasjonen skal ha disse rettighetene: undertrykk funnet, og si hvorfor.'],
  },
};
