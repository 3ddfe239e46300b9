/** The major version whose rules an app is held to. */
export type Target = 'v8' | 'v9';
