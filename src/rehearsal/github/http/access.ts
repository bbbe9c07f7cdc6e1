import { refusal } from './refusals.ts';

/** Names as GitHub's permissions have them, e.g. `pull_requests`. */
export type Permission =
  | 'actions'
  | 'administration'
  | 'contents'
  | 'issues'
  | 'metadata'
  | 'pull_requests'
  | 'secrets'
  | 'variables'
  | 'workflows';

export type Need = `${Permission}:${'read' | 'write'}`;

export interface Token {
  /** Who acts with it. */
  readonly login: string;
  /** `workflow`: the `GITHUB_TOKEN` of a job; `person`: a fine-grained token of somebody's own. */
  readonly kind: 'workflow' | 'person';
  readonly may: Readonly<Partial<Record<Permission, 'read' | 'write'>>>;
  /** As on GitHub unless given: 1,000 for a workflow's token, 5,000 for a person's. */
  readonly requestsPerHour?: number;
}

/** The token of a wake's job, with the permissions that the workflow asks for. */
export const WORKFLOW_TOKEN: Token = {
  login: 'github-actions[bot]',
  kind: 'workflow',
  may: { actions: 'read', contents: 'write', issues: 'write', metadata: 'read', pull_requests: 'write' },
};

/** A token with which its owner may do everything that the agent's commands can ask for. */
export function personToken(login: string): Token {
  return {
    login,
    kind: 'person',
    may: {
      actions: 'write',
      administration: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
      secrets: 'read',
      variables: 'write',
      workflows: 'write',
    },
  };
}

export function may(token: Token, need: Need): boolean {
  const [permission = '', level] = need.split(':');
  const granted = token.may[permission as Permission];
  return granted === 'write' || (granted === 'read' && level === 'read');
}

/** One of the needs is enough; where there are none, any token is. */
export function demand(token: Token, needs: readonly Need[]): void {
  if (needs.length === 0 || needs.some((need) => may(token, need))) return;
  throw notAccessible(token);
}

export function notAccessible(token: Token) {
  const by = token.kind === 'workflow' ? 'integration' : 'personal access token';
  return refusal(403, `Resource not accessible by ${by}`);
}

/** The token in an `Authorization` header: `Bearer`, `token`, or the password of `Basic`. Null: there is none. */
export function tokenIn(authorization: string | undefined): string | null {
  const [scheme = '', value = ''] = (authorization ?? '').split(/\s+/, 2);
  if (value === '') return null;
  if (scheme.toLowerCase() !== 'basic') return value;
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
