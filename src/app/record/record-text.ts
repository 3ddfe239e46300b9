import { type MigrationRecord, type RecordedClient, recordVersion } from './migration-record.ts';

/** The same bytes for the same clients, whatever order they come in. */
export function recordText({ clients }: Pick<MigrationRecord, 'clients'>): string {
  const record = { schemaVersion: recordVersion, clients: [...clients].sort(byId).map(inOrder) };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** What is known of clients from before, with what is known now: an id stands for one or more that stood side by side. */
export function joinClients(
  before: readonly RecordedClient[],
  now: readonly RecordedClient[],
): readonly RecordedClient[] {
  const byId = new Map(before.map((client) => [client.id, client]));
  for (const client of now) {
    const known = byId.get(client.id);
    byId.set(client.id, known ? joined(known, client) : client);
  }
  return [...byId.values()];
}

function joined(before: RecordedClient, now: RecordedClient): RecordedClient {
  return {
    ...now,
    exchange: before.exchange === now.exchange ? now.exchange : null,
    scopes: [...before.scopes, ...now.scopes],
    clientIdHashes: [...before.clientIdHashes, ...now.clientIdHashes],
    secrets: [...before.secrets, ...now.secrets],
    files: [...before.files, ...now.files],
  };
}

function inOrder(client: RecordedClient): RecordedClient {
  const { id, section, decision, scopes, exchange, clientIdHashes, secrets, files } = client;
  return {
    id,
    section,
    decision,
    scopes: sorted(scopes),
    exchange,
    clientIdHashes: sorted(clientIdHashes),
    secrets: sorted(secrets),
    files: sorted(files),
  };
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

function byId(a: RecordedClient, b: RecordedClient): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
