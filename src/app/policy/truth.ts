export type Truth = 'yes' | 'no' | 'unknown';

/** Whether all hold; of none, too. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether one of them holds; of none, none does. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}
