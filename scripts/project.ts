import { fileURLToPath } from 'node:url';

/** The checkout that a script stands in, with a slash at its end. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
