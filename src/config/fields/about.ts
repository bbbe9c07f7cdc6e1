import * as v from 'valibot';

/** Says in words what a field is for, for messages and for editors. */
export function about<Input>(description: string, ...examples: readonly unknown[]) {
  return v.metadata<Input, { readonly description: string; readonly examples: readonly unknown[] }>({
    description,
    examples,
  });
}
