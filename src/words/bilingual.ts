/** Everything a person reads about one rule, in one language. */
export interface RuleWords<Data> {
  /** One line for lists. */
  readonly title: string;
  /** What is wrong, here. */
  readonly message: (data: Data) => string;
  /** Why it matters. */
  readonly why: (data: Data) => string;
  /** What a person does where no patch is offered, or after it. */
  readonly next: (data: Data) => string;
  /** Paragraphs for the rule's page. */
  readonly about: readonly string[];
  /** When to leave it as it is. */
  readonly whenNot: readonly string[];
}

/** Both languages of a rule stand side by side, so that neither is forgotten. */
export interface BilingualRuleWords<Data> {
  readonly en: RuleWords<Data>;
  readonly nb: RuleWords<Data>;
}
