import type { Schema } from '../../../scripts/openapi/normalise.ts';
import type { Operation } from '../../../scripts/openapi/subset.ts';

const ERROR: Schema = { $ref: 'github#/$defs/basic-error' };

const VIEWER: Schema = {
  type: 'object',
  properties: { login: { type: 'string' } },
  required: ['login'],
  additionalProperties: false,
};

/** What is asked beside REST, which the description is about: over GraphQL, only who the token acts for. */
export const BESIDE_REST: Readonly<Record<string, Operation>> = {
  'POST /graphql': {
    parameters: [],
    body: {
      required: true,
      schema: {
        type: 'object',
        properties: { query: { enum: ['{ viewer { login } }'] } },
        required: ['query'],
        additionalProperties: false,
      },
    },
    answers: {
      200: {
        schema: {
          type: 'object',
          properties: { data: { type: 'object', properties: { viewer: VIEWER }, required: ['viewer'] } },
          required: ['data'],
          additionalProperties: false,
        },
        headers: [],
      },
    },
  },
};

interface Amendment {
  readonly schema: string;
  /** The way to the place inside the schema. */
  readonly at: readonly string[];
  readonly becomes: Schema;
  readonly because: string;
}

/** Where GitHub's answers are not what its description says of them. */
export const AMENDMENTS: readonly Amendment[] = [
  {
    schema: 'validation-error',
    at: ['properties', 'status'],
    becomes: { type: 'string' },
    because: 'every refusal says its status once more',
  },
  {
    schema: 'pull-request-simple',
    at: ['properties', 'labels', 'items', 'properties', 'description'],
    becomes: { type: ['string', 'null'] },
    because: 'a label without a description has null, as the description itself says of single pull requests',
  },
];

interface AnyAnswer {
  readonly statuses: readonly number[];
  readonly schema: Schema | null;
  readonly because: string;
}

/** Answers that every operation can give, though the description does not say so with each. */
export const EVERYWHERE: readonly AnyAnswer[] = [
  { statuses: [401], schema: ERROR, because: 'a token can be missing, wrong or too old' },
  {
    statuses: [403, 429],
    schema: ERROR,
    because: 'permissions and limits are looked at before the operation',
  },
  { statuses: [304], schema: null, because: 'whoever shows the tag of an answer hears that it still holds' },
  { statuses: [500, 502, 503, 504], schema: null, because: 'what fails there need not answer in JSON' },
  { statuses: [409], schema: ERROR, because: 'two requests can meet at the same thing' },
  {
    statuses: [301, 307],
    schema: null,
    because: 'whoever asks under an old name is sent on, whatever he asks for',
  },
];

interface Exception {
  readonly operation: string;
  readonly status: number;
  readonly schema: Schema;
  readonly because: string;
}

const REPOSITORY = '/repos/{owner}/{repo}';
const ACTIONS = `${REPOSITORY}/actions`;

const absent = (operation: string, because: string): Exception => ({
  ...{ operation, because, status: 404, schema: ERROR },
});

/** Answers that GitHub gives although its description does not list them. */
export const EXCEPTIONS: readonly Exception[] = [
  absent(`DELETE ${REPOSITORY}/labels/{name}`, 'there is no such label'),
  absent(`GET ${ACTIONS}/variables/{name}`, 'the variable is not set'),
  absent(`PATCH ${ACTIONS}/variables/{name}`, 'the variable is not set'),
  absent(`DELETE ${ACTIONS}/variables/{name}`, 'the variable is not set'),
  absent(`GET ${ACTIONS}/variables`, 'the token may not see that there are variables'),
  absent(`GET ${ACTIONS}/organization-variables`, 'the repository belongs to no organisation'),
  absent(`GET ${ACTIONS}/organization-secrets`, 'the repository belongs to no organisation'),
  absent(`GET ${ACTIONS}/jobs/{job_id}/logs`, 'the log is older than GitHub keeps it'),
  absent(`GET ${ACTIONS}/secrets`, 'the token may not see that there are secrets'),
  absent(`GET ${ACTIONS}/permissions`, 'the token may not see settings'),
  absent(`GET ${ACTIONS}/permissions/workflow`, 'the token may not see settings'),
  absent(`GET ${ACTIONS}/workflows/{workflow_id}`, 'there is no such workflow'),
  absent(`PUT ${ACTIONS}/workflows/{workflow_id}/enable`, 'there is no such workflow'),
  absent(`PUT ${ACTIONS}/workflows/{workflow_id}/disable`, 'there is no such workflow'),
  absent(`POST ${ACTIONS}/workflows/{workflow_id}/dispatches`, 'there is no such workflow'),
  {
    operation: `POST ${ACTIONS}/workflows/{workflow_id}/dispatches`,
    status: 422,
    schema: ERROR,
    because: 'the workflow is disabled, or knows no such branch, input or trigger',
  },
  absent(`GET ${ACTIONS}/workflows/{workflow_id}/runs`, 'there is no such workflow'),
  {
    operation: `POST ${ACTIONS}/variables`,
    status: 422,
    schema: { $ref: 'github#/$defs/validation-error' },
    because: 'names are letters, digits and underscores',
  },
  absent(`GET ${ACTIONS}/runs/{run_id}`, 'there is no such run'),
  absent(`GET ${ACTIONS}/runs/{run_id}/attempts/{attempt_number}`, 'there is no such run'),
  absent(`GET ${REPOSITORY}/pulls`, 'the token may not see the repository'),
  absent(`POST ${REPOSITORY}/pulls`, 'the token may not see the repository'),
  absent(`PATCH ${REPOSITORY}/pulls/{pull_number}`, 'there is no such pull request'),
  absent(`POST ${REPOSITORY}/pulls/{pull_number}/requested_reviewers`, 'there is no such pull request'),
  absent(`POST ${REPOSITORY}/issues/comments/{comment_id}/reactions`, 'the comment was deleted'),
  absent(`GET ${REPOSITORY}/rules/branches/{branch}`, 'the plan has no rulesets'),
  absent(`GET ${REPOSITORY}/environments/{environment_name}`, 'there is no such environment'),
  absent(
    `GET ${REPOSITORY}/environments/{environment_name}/deployment-branch-policies`,
    'there is no such environment',
  ),
  absent(`GET ${REPOSITORY}/environments/{environment_name}/secrets`, 'there is no such environment'),
];
