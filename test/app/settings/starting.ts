import { appWith, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const authorised = '    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';

/** The call that sets the host up. */
export const host = 'builder.WebHost.ConfigureAppWebHost(args);';

/** Adds a file of the app's own. */
export const add = (file: string) => `builder.Configuration.AddJsonFile("${file}");`;

/** A settings file that holds the default section with these keys. */
export const section = (keys: object) => JSON.stringify({ MaskinportenSettings: keys });

/** An app with the built-in client, and these statements in place of the call that sets the host up. */
export async function appStarting(statements: string, more: Files = {}, version = '8.9.0') {
  const program = programWith(authorised).replace(host, statements);
  const { app } = await auditedApp({ ...appWith('', { version }), 'App/Program.cs': program, ...more });
  return app;
}
