/** The names that a place of a function sees, and those that it must not declare once more. */
export class Scope {
  private readonly declared: string[] = [];
  private readonly changeable = new Set<string>();
  /** Declared here or in a block below, up to the next function. */
  private readonly taken = new Set<string>();
  private readonly outer: Scope | null;
  private readonly isFunction: boolean;

  private constructor(outer: Scope | null, isFunction: boolean) {
    this.outer = outer;
    this.isFunction = isFunction;
  }

  static ofFunction(outer: Scope | null = null): Scope {
    return new Scope(outer, true);
  }

  block(): Scope {
    return new Scope(this, false);
  }

  /** Everything that is visible, the nearest last. */
  get visible(): readonly string[] {
    return [...(this.outer?.visible ?? []), ...this.declared];
  }

  /** Of what is visible, those that may be given a value. */
  get variables(): readonly string[] {
    const hidden = new Set(this.declared);
    const outer = (this.outer?.variables ?? []).filter((name) => !hidden.has(name));
    return [...outer, ...this.changeable];
  }

  /** The first of the names that may be declared here. */
  declare(names: readonly string[], canChange = true): string {
    const free = names.find((name) => !this.isTaken(name)) ?? `n${this.visible.length}_${this.taken.size}`;
    this.declared.push(free);
    if (canChange) this.changeable.add(free);
    for (let scope: Scope | null = this; scope !== null; scope = scope.isFunction ? null : scope.outer)
      scope.taken.add(free);
    return free;
  }

  private isTaken(name: string): boolean {
    if (this.taken.has(name)) return true;
    for (let scope: Scope | null = this; scope !== null; scope = scope.isFunction ? null : scope.outer) {
      if (scope.declared.includes(name)) return true;
    }
    return false;
  }
}
