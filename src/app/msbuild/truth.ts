/** Whether a condition holds: the tool does not know the configuration, the machine or the command line. */
export type Truth = 'true' | 'false' | 'unknown';

export function not(a: Truth): Truth {
  if (a === 'unknown') return a;
  return a === 'true' ? 'false' : 'true';
}

export function and(a: Truth, b: Truth): Truth {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'true' && b === 'true' ? 'true' : 'unknown';
}

export function or(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)));
}
