import type { Part } from '../part.ts';

export const surface: Part = async ({ dotnet }) => {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK on this machine' };
  return { kind: 'unable', reason: 'it is being written' };
};
