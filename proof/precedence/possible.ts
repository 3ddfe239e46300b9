import { type GeneratedApp, has, isAtLeast, type Step } from './generated-app.ts';

/** Whether its version has what the app calls, and whether it says anything that nobody would write. */
export function isPossible(app: GeneratedApp): boolean {
  return isClientThere(app) && areStepsThere(app) && isWritable(app) && isKnowable(app) && isOpenable(app);
}

/** A repo names variables, and a listing names secrets: neither tells that one is empty. */
function isKnowable({ held }: GeneratedApp): boolean {
  const named = [held.environment, held.vault].flatMap((keys) => Object.values(keys));
  return !named.includes('empty');
}

/** A vault that cannot be opened, as its credentials are never loaded or only later, is an app that nobody keeps. */
function isOpenable({ steps, opening, version }: GeneratedApp): boolean {
  if (opening === 'environment') return true;
  const host = steps.findIndex(({ does, when }) => does === 'host' && when !== 'development' && when !== 'flag');
  const byHand = steps.findIndex(({ does }) => does === 'vault-by-hand');
  if (byHand !== -1 && (host === -1 || host > byHand)) return false;
  const isHelped = steps.some(({ does }) => does === 'vault-helper');
  return !isHelped || host !== -1 || isAtLeast(version, '8.5.5');
}

function isClientThere({ client, version, external }: GeneratedApp): boolean {
  const isV9 = isAtLeast(version, '9.0.0-preview.1');
  const usesBuiltIn = client !== 'external-default' && client !== 'external-own';
  if (usesBuiltIn && !isAtLeast(version, '8.3.4')) return false;
  if (isV9 && ['default-path', 'custom-path', 'delegate'].includes(client)) return false;
  const isExternal = client.includes('external');
  return isExternal ? !isV9 || external !== null : external === null;
}

function areStepsThere(app: GeneratedApp): boolean {
  const count = (does: Step['does']) => app.steps.filter((step) => step.does === does).length;
  if (count('services') !== 1 || count('host') > 1 || count('clear') > 1) return false;
  const isHelperThere = isAtLeast(app.version, '8.3.4') || app.version === '8.2.6';
  return isHelperThere || !has(app, 'vault-helper');
}

function isWritable({ style, steps }: GeneratedApp): boolean {
  return steps.every((step) => {
    if (step.does === 'services' && (step.when !== 'always' || step.written === 'extension')) return false;
    if (step.does === 'clear' && step.written !== 'inline') return false;
    // Only where the builder can be seen.
    if (step.does === 'settings-again' && step.written !== 'inline') return false;
    if (step.does === 'vault-by-hand' && step.written === 'extension') return false;
    if (step.written === 'app-configuration' && ['services', 'host', 'vault-helper'].includes(step.does)) return false;
    if (style === 'statements') return true;
    const isOfHost = ['services', 'host', 'load-app-config', 'vault-by-hand', 'own-file', 'environment-again'];
    return isOfHost.includes(step.does) && (step.does !== 'host' || step.when === 'always');
  });
}
