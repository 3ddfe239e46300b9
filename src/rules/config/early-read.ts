import type { App } from '../../app/app.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { isDefaultSection } from '../../app/settings/section.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import type { ConfigurationRead } from '../../app/startup/early-reads.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const earlyRead: Rule<'config/early-read'> = {
  id: 'config/early-read',
  severity: 'warning',
  phase: 'prepare',
  fixes: ['manual'],
  example: 'config-early-read',
  check: (app): readonly FindingOf<'config/early-read'>[] => {
    const sections = new Set(sectionsInCode(app).map((section) => section.toLowerCase()));
    return app.configurationReads.flatMap((read) => {
      const section = sectionRead(read, sections);
      if (section === null || isDevelopmentOnly(read)) return [];
      const [vault, studio] = [isVaultLater(app, read), isStudioLater(app, read, section)];
      if (!vault && !studio) return [];
      return [
        {
          rule: 'config/early-read',
          severity: 'warning',
          phase: 'prepare',
          at: read.at,
          subject: read.expression,
          data: { section, registration: read.how === 'registration', vault, studio },
          remedy: { kind: 'manual', reasons: [] },
        },
      ];
    });
  },
};

/** The Maskinporten section that is bound, or that a key of is read. */
function sectionRead({ path, how }: ConfigurationRead, sections: ReadonlySet<string>): string | null {
  if (path === null || how === 'passed') return null;
  const candidates = how === 'value' ? [path, path.slice(0, Math.max(0, path.lastIndexOf(':')))] : [path];
  return (
    candidates.find((one) => /(^|:)[^:]*MaskinportenSettings$/i.test(one) || sections.has(one.toLowerCase())) ?? null
  );
}

function isVaultLater({ wirings }: App, { position }: ConfigurationRead): boolean {
  return wirings.some((wiring) => !isDevelopmentOnly(wiring) && !wiring.deferred && wiring.position > position);
}

/** The provisioned file holds the default section, and comes with the host. */
function isStudioLater({ hostPosition, versions }: App, { position }: ConfigurationRead, section: string): boolean {
  const isInConfiguration = versions.capabilities.provisionedFile === 'in-configuration';
  return isInConfiguration && isDefaultSection(section) && hostPosition !== null && hostPosition > position;
}
