import type { ProblemText } from '../../report/problems/problem.ts';
import type { FieldPath } from './yaml-node.ts';

/** Something wrong in a value, not placed in its file yet. */
export interface ValueFault extends ProblemText {
  readonly path: FieldPath;
  /** Point at the field's name or at its value. */
  readonly at: 'key' | 'value';
}

/** `limits.minutes`, `checks[2]`. */
export function fieldName(path: FieldPath): string {
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`;
    return index === 0 ? step : `.${step}`;
  });
  return steps.join('');
}
