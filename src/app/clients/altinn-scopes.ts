/** Dan (data.altinn.no) takes the Maskinporten token as it is. */
const takenAsTheyAre = ['altinn:dataaltinnno'];

/** Whether a scope is for an API of Altinn that wants the token exchanged for one of Altinn's own. */
export function expectsExchange(scope: string): boolean {
  return scope.startsWith('altinn:') && !takenAsTheyAre.includes(scope);
}
