import {
  genericName,
  typeArguments,
  type WrittenType,
  withoutNull,
} from '../../../syntax/csharp/types/written-type.ts';

/** What a delegate is to return: nothing or a task of nothing, a task of something, or something else. */
export type Wanted = 'nothing' | 'task' | 'value' | 'expression' | 'unknown';

export function wantedBy(type: WrittenType | null): Wanted {
  if (type === null) return 'unknown';
  const target = withoutNull(type);
  switch (genericName(target)) {
    case 'Expression':
      return 'expression';
    case 'Action':
      return 'nothing';
    case 'Func':
      return resultOf(typeArguments(target).at(-1) ?? null);
    default:
      return 'unknown';
  }
}

function resultOf(result: WrittenType | null): Wanted {
  if (result === null) return 'unknown';
  const type = withoutNull(result);
  if (!['Task', 'ValueTask'].includes(genericName(type))) return 'value';
  return typeArguments(type).length === 0 ? 'nothing' : 'task';
}

/** Of overloads, the one that takes most of what a lambda gives is called. */
export function wantedByOverloads(all: readonly Wanted[]): Wanted {
  const unclear = all.find((wanted) => wanted === 'expression' || wanted === 'unknown');
  return unclear ?? all.find((wanted) => wanted !== 'nothing') ?? 'nothing';
}
