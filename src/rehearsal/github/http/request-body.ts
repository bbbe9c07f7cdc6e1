import * as v from 'valibot';
import type { ApiCall } from './call.ts';
import { type FieldError, invalid } from './refusals.ts';

type ObjectSchema = v.GenericSchema<unknown, Readonly<Record<string, unknown>>>;

/** The body as a route needs it; 422 names every field that is missing or wrong, as GitHub does. */
export function bodyOf<S extends ObjectSchema>(call: ApiCall, resource: string, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, call.body ?? {});
  if (result.success) return result.output;
  throw invalid(...result.issues.map((issue) => fieldError(resource, issue)));
}

function fieldError(resource: string, issue: v.BaseIssue<unknown>): FieldError {
  const field = v.getDotPath(issue) ?? 'body';
  if (issue.input === undefined) return { resource, field, code: 'missing_field' };
  return issue.type === 'custom' || issue.type === 'check'
    ? { resource, field, code: 'custom', message: issue.message }
    : { resource, field, code: 'invalid' };
}

const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

function shortText(field: string, limit: number) {
  return v.pipe(
    v.string(),
    v.check((text) => [...text].length <= limit, `${field} is too long (maximum is ${limit} characters)`),
  );
}

export const TITLE = v.pipe(
  shortText('title', LONGEST_TITLE),
  v.check((text) => text.trim() !== '', "title can't be blank"),
);
const TEXT = shortText('body', LONGEST_BODY);

/** GitHub takes null for an empty text. */
export const BODY = v.pipe(
  v.nullable(TEXT),
  v.transform((text) => text ?? ''),
);

export const COMMENT_BODY = v.pipe(
  TEXT,
  v.check((text) => text.trim() !== '', "body can't be blank"),
);
