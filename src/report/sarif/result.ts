import type { RuleId } from '../../words/rule-words.ts';
import type { Words } from '../../words/words.ts';
import { clean } from '../clean.ts';
import type { NameFile } from '../file-names.ts';
import type { Listed } from '../listed.ts';
import type { Fix } from './fixes.ts';
import type { SarifFix, SarifResult } from './log.ts';
import { artifactAt, locationAt, regionOf } from './places.ts';
import { messageText } from './text.ts';

/** A finding with what takes it away, if a patch does. */
export interface Fixable extends Listed {
  readonly fix: Fix | null;
}

/** Told apart from what other tools, and services, make of the lines of a file. */
const fingerprintName = 'maskinflytt/v1';

export function resultOf(
  { app, root, finding, suppressedBy, why, next, reasons, fix }: Fixable,
  ruleIndexes: ReadonlyMap<RuleId, number>,
  nameFile: NameFile,
  words: Words,
): SarifResult {
  const { rule, severity, phase, message, location, fingerprint, suppressed } = finding;
  const { terminal, sarif } = words;
  const because = reasons === null ? [] : [`${reasons.title}: ${reasons.reasons.join(' ')}`];
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule) ?? -1,
    level: severity,
    message: { text: messageText(message, `${terminal.why}: ${why}`, `${terminal.next}: ${next}`, ...because) },
    locations: [locationAt(nameFile(root, location.file), location)],
    partialFingerprints: { [fingerprintName]: fingerprint },
    suppressions:
      suppressed === null
        ? []
        : [
            {
              kind: suppressedBy === 'comment' ? 'inSource' : 'external',
              status: 'accepted',
              justification: clean(sarif.suppressed(suppressed.reason, suppressed.expires)),
            },
          ],
    ...(fix === null ? {} : { fixes: [fixAs(fix, root, nameFile, words)] }),
    properties: {
      ...(app === null || app.id === null ? {} : { app: clean(app.id) }),
      ...(phase === null ? {} : { phase }),
      fix: finding.fix,
    },
  };
}

function fixAs({ tier, phase, findings, files }: Fix, root: string, nameFile: NameFile, words: Words): SarifFix {
  return {
    description: { text: words.sarif.fix(words.tier[tier], words.tierIs[tier], phase, findings - 1) },
    properties: { phase, tier },
    artifactChanges: files.map(({ file, replacements }) => ({
      artifactLocation: artifactAt(nameFile(root, file)),
      replacements: replacements.map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
    })),
  };
}
