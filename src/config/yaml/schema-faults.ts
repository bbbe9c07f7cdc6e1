import type * as v from 'valibot';
import { fieldProblems, ofField, RIGHT_FILE, rightValue } from '../../report/problems/field-problems.ts';
import type { ProblemText } from '../../report/problems/problem.ts';
import { fieldName, type ValueFault } from './fault.ts';
import { fromIssueMessage } from './issue-message.ts';
import { nearestName } from './nearest-name.ts';
import { noteOf, type SchemaShape, schemaAt } from './schema-shape.ts';
import { strangeFields } from './strange-fields.ts';
import type { FieldPath } from './yaml-node.ts';

/** As many problems as a file is told, and some more. */
const MOST_GUESSES = 100;

/**
 * Everything that a schema has against a value. A schema's own message is what follows the field's name,
 * e.g. `is "7h", which does not divide a day`.
 */
export function schemaFaults(
  schema: SchemaShape,
  raw: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): readonly ValueFault[] {
  const strange = strangeFields({ schema, value: raw, path: [], guesses: { left: MOST_GUESSES } });
  const lists = strange.filter((field) => field.kind === 'list');
  const explained = new Set(strange.map((field) => field.meant));
  const faults = firstOfEach(issues.flatMap((issue) => issueFault(schema, issue) ?? []));
  // A misspelt field is not reported as missing as well, and neither is a field of a list that should be a mapping.
  const others = faults.filter(({ path, at }) => {
    const inside = lists.some((field) => startsWith(path, field.fault.path));
    return !inside && !(at === 'key' && explained.has(fieldName(path)));
  });
  return [...strange.map((field) => field.fault), ...others];
}

/** What is said second about a value follows from what is said first. */
function firstOfEach(faults: readonly ValueFault[]): readonly ValueFault[] {
  const seen = new Set<string>();
  const first: ValueFault[] = [];
  for (const fault of faults) {
    const name = fieldName(fault.path);
    if (!seen.has(name)) first.push(fault);
    seen.add(name);
  }
  return first;
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Null for unknown fields: valibot names only the first of each level, `strangeFields` all of them. */
function issueFault(root: SchemaShape, issue: v.BaseIssue<unknown>): ValueFault | null {
  if (issue.type === 'strict_object' && issue.expected === 'never') return null;
  const path = issuePath(issue);
  const schema = schemaAt(root, path);
  const isMissing = issue.type === 'strict_object' && issue.received === 'undefined';
  const problem = isMissing ? fieldProblems.missing : describeIssue(issue, schema);
  const { message, hint } = ofField(fieldName(path), problem);
  return { path, at: isMissing ? 'key' : 'value', message, hint: hint || hintFor(schema, path) };
}

function issuePath(issue: v.BaseIssue<unknown>): FieldPath {
  const keys = (issue.path ?? []).map((item) => item.key);
  return keys.filter((key) => typeof key === 'string' || typeof key === 'number');
}

function describeIssue(issue: v.BaseIssue<unknown>, schema: SchemaShape | null): ProblemText {
  const { input, requirement } = issue;
  if (issue.kind === 'schema') return describeType(issue, schema);
  switch (issue.type) {
    case 'integer':
    case 'safe_integer':
      return fieldProblems.notWhole(input);
    case 'finite':
      return fieldProblems.notFinite(input);
    case 'min_value':
      return fieldProblems.tooSmall(requirement, input);
    case 'max_value':
      return fieldProblems.tooLarge(requirement, input);
    case 'min_length':
      return fieldProblems.empty;
    case 'max_length':
      return fieldProblems.tooMany(requirement, issue.received ?? '');
    default:
      return fromIssueMessage(issue.message);
  }
}

function describeType({ type, input }: v.BaseIssue<unknown>, schema: SchemaShape | null): ProblemText {
  if (type !== 'picklist') return fieldProblems.wrongType(type, input);
  const options = schema?.options ?? [];
  const nearest = typeof input === 'string' ? nearestName(input, options) : null;
  return fieldProblems.notOneOf(options, input, nearest);
}

/** What would be right, from the field's own note. */
function hintFor(schema: SchemaShape | null, path: FieldPath): string {
  if (path.length === 0) return RIGHT_FILE;
  const note = noteOf(schema);
  const key = path.at(-1);
  return note === null ? '' : rightValue(note, typeof key === 'string' ? key : null);
}
