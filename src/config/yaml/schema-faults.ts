import type * as v from 'valibot';
import { show } from '../../report/problems/problem.ts';
import { fieldName, type ValueFault } from './fault.ts';
import { nearestName } from './nearest-name.ts';
import { aboutField, type SchemaShape, schemaAt } from './schema-shape.ts';
import { strangeFields } from './strange-fields.ts';
import type { FieldPath } from './yaml-node.ts';

/**
 * Everything that a schema has against a value. A schema's own message is what follows the field's name,
 * e.g. `is "7h", which does not divide a day`, and after a line break what would be right instead.
 */
export function schemaFaults(
  schema: SchemaShape,
  raw: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): readonly ValueFault[] {
  const strange = strangeFields({ schema, value: raw, path: [] });
  const lists = strange.filter((field) => field.kind === 'list');
  const explained = new Set(strange.map((field) => field.meant));
  const faults = firstOfEach(issues.flatMap((issue) => issueFault(schema, issue) ?? []));
  // A misspelt field is not missing as well, and what stands in a list instead of a mapping is neither.
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
  const name = path.length === 0 ? 'the file' : `\`${fieldName(path)}\``;
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return { path, at: 'key', message: `${name} is missing`, hint: rightValue(schema, path) };
  }
  const [phrase = '', hint] = describeIssue(issue, schema).split('\n');
  return { path, at: 'value', message: `${name} ${phrase}`, hint: hint ?? rightValue(schema, path) };
}

function issuePath(issue: v.BaseIssue<unknown>): FieldPath {
  const keys = (issue.path ?? []).map((item) => item.key);
  return keys.filter((key) => typeof key === 'string' || typeof key === 'number');
}

function describeIssue(issue: v.BaseIssue<unknown>, schema: SchemaShape | null): string {
  if (issue.kind === 'schema') return describeType(issue, schema);
  switch (issue.type) {
    case 'integer':
    case 'safe_integer':
      return `must be a whole number, but is ${show(issue.input)}`;
    case 'finite':
      return `must be a number that ends, but is ${show(issue.input)}`;
    case 'min_value':
      return `must be at least ${String(issue.requirement)}, but is ${show(issue.input)}`;
    case 'max_value':
      return `must be at most ${String(issue.requirement)}, but is ${show(issue.input)}`;
    case 'min_length':
      return 'must not be empty';
    case 'max_length':
      return `holds ${issue.received} entries; at most ${String(issue.requirement)} are possible`;
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'a mapping of fields',
  record: 'a mapping of names',
  literal: 'true',
};

function describeType(issue: v.BaseIssue<unknown>, schema: SchemaShape | null): string {
  const found = typeof issue.input === 'string' ? `the text ${show(issue.input)}` : show(issue.input);
  if (issue.type !== 'picklist')
    return `must be ${TYPE_NAMES[issue.type] ?? issue.expected}, but is ${found}`;
  const options = schema?.options ?? [];
  const near = typeof issue.input === 'string' ? nearestName(issue.input, options) : null;
  const hint = near === null ? '' : `\ndid you mean "${near}"?`;
  return `must be one of ${options.join(', ')}, but is ${found}${hint}`;
}

/** What would be right, from the field's own description and first example. */
function rightValue(schema: SchemaShape | null, path: FieldPath): string {
  const about = aboutField(schema);
  if (path.length === 0) return 'write `name: value` lines';
  if (about === null) return '';
  const [example] = about.examples;
  const meaning = about.description
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  if (example === undefined) return meaning;
  const key = path.at(-1);
  const shown = `${typeof key === 'string' ? `${key}: ` : ''}${JSON.stringify(example)}`;
  return `right is e.g. \`${shown}\` (${meaning})`;
}
