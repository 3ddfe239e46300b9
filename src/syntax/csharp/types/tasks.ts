import { genericName, typeArguments, type WrittenType } from './written-type.ts';

export function isTask(type: WrittenType): boolean {
  return ['Task', 'ValueTask'].includes(genericName(type));
}

export function awaited(type: WrittenType | null): WrittenType | null {
  return type && isTask(type) ? (typeArguments(type)[0] ?? null) : null;
}
