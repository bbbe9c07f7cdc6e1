import { type LinearPattern, readPattern } from '../../core/access/matching/linear-pattern.ts';

const LONGEST_PATTERN = 200;

type SearchPattern =
  | { readonly kind: 'pattern'; readonly pattern: LinearPattern }
  | { readonly kind: 'problem'; readonly reason: string };

/** A regular expression of the model's. */
export function readSearchPattern(source: string, isCaseIgnored: boolean): SearchPattern {
  if (source === '') return { kind: 'problem', reason: 'the pattern is empty.' };
  if (source.length > LONGEST_PATTERN)
    return { kind: 'problem', reason: `the pattern is longer than ${LONGEST_PATTERN} characters.` };
  const reading = readPattern(source, isCaseIgnored ? 'any_case' : 'exact');
  switch (reading.kind) {
    case 'pattern':
      return reading;
    case 'syntax':
      return { kind: 'problem', reason: `the pattern is not a regular expression: ${reading.reason}.` };
    case 'not_linear':
      return {
        kind: 'problem',
        reason:
          'the pattern has a lookahead, a lookbehind or a back reference, which this search does not know.',
      };
    case 'too_large':
      return { kind: 'problem', reason: 'the pattern repeats too much; use smaller counts in {…}.' };
  }
}
