import * as v from 'valibot';
import type { FieldNote } from '../../report/problems/field-problems.ts';

/** Gives a field its note, for messages and for editors. */
export function about<Input>({ description, examples }: FieldNote) {
  return v.metadata<Input, Pick<FieldNote, keyof FieldNote>>({ description, examples });
}
