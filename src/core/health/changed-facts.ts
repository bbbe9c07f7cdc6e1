/** One thing that a file says, as text. */
export interface Fact {
  /** As the file names it, e.g. `permissions.write`. */
  readonly field: string;
  /** The elements of a list in their order; of anything else one element, or none where it is not set. */
  readonly values: readonly string[];
  readonly isList: boolean;
  /** It decides who is asked, what may be reached or what is run: a change of it must not be overlooked. */
  readonly weighs: boolean;
}

export interface FactChange extends Pick<Fact, 'field' | 'isList' | 'weighs'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What differs, in the order of the facts. A list in another order differs as well: commands run in theirs. */
export function changedFacts(before: readonly Fact[], after: readonly Fact[]): readonly FactChange[] {
  const gone = before.filter(({ field }) => !after.some((fact) => fact.field === field));
  return [...after, ...gone.map((fact) => ({ ...fact, values: [] }))].flatMap((fact) => {
    const old = before.find(({ field }) => field === fact.field)?.values ?? [];
    const { field, isList, weighs, values } = fact;
    if (old.length === values.length && old.every((value, at) => value === values[at])) return [];
    const added = values.filter((value) => !old.includes(value));
    const removed = old.filter((value) => !values.includes(value));
    return [{ field, isList, weighs, before: old, after: values, added, removed }];
  });
}
