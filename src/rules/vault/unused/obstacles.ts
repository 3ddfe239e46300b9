import type { App } from '../../../app/app.ts';
import { otherVaultCode } from '../../../app/vault/other-vault-code.ts';
import type { RemovableCode } from '../../../app/vault/removable-code.ts';
import { secretFileMentions } from '../../../app/vault/secret-file.ts';
import type { Reason } from '../../../words/reasons.ts';
import { filesWithVaultKey } from './vault-settings.ts';

/** What keeps the provider where it is: it goes with all that is made for it, or not at all. */
export function obstaclesToRemoval(app: App, { gone, namedElsewhere }: RemovableCode): readonly Reason[] {
  const reading = app.secretReads.map(({ at }) => at.file);
  const beside = otherVaultCode(app, gone).map(({ file }) => file);
  const mentions = secretFileMentions(app).map(({ file }) => file);
  const isDeployment = (file: string) => /\.ya?ml$/i.test(file);
  return [
    ...reasonFor('secret-still-read', reading),
    ...reasonFor('vault-code-beside', [...beside, ...mentions.filter((file) => !isDeployment(file))]),
    ...reasonFor(
      'vault-function-named',
      namedElsewhere.map(({ file }) => file),
    ),
    ...reasonFor('mounts-unclear', mentions.filter(isDeployment)),
    ...reasonFor('secret-in-context', filesWithVaultKey(app)),
  ];
}

type FileReason = Extract<Reason, { readonly file: string }>['code'];

function reasonFor(
  code: FileReason &
    ('secret-still-read' | 'vault-code-beside' | 'vault-function-named' | 'mounts-unclear' | 'secret-in-context'),
  files: readonly string[],
): readonly Reason[] {
  return [...new Set(files)].map((file) => ({ code, file }));
}
