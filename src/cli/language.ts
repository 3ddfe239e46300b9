import type { Language } from '../words/words.ts';

/** From the locale, as POSIX orders its variables; Norwegian in any form is bokmål here. */
export function languageOfLocale(env: NodeJS.ProcessEnv): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^(nb|nn|no)([_.@-]|$)/i.test(locale ?? '') ? 'nb' : 'en';
}
