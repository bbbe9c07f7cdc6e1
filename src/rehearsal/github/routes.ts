import type { Route } from './http/call.ts';
import { ACCOUNT_ROUTES } from './routes/account.ts';
import { COMMENT_ROUTES } from './routes/comments.ts';
import { ISSUE_ROUTES } from './routes/issues.ts';
import { PROTECTION_ROUTES } from './routes/protection.ts';
import { PULL_ROUTES } from './routes/pulls.ts';
import { REPOSITORY_ROUTES } from './routes/repository.ts';
import { RUN_ROUTES } from './routes/runs.ts';
import { VARIABLE_ROUTES } from './routes/variables.ts';
import { WORKFLOW_ROUTES } from './routes/workflows.ts';

/** Everything that the stand-in answers. `/issues/comments` stands before `/issues/{issue_number}`. */
export const ROUTES: readonly Route[] = [
  ...REPOSITORY_ROUTES,
  ...PROTECTION_ROUTES,
  ...PULL_ROUTES,
  ...COMMENT_ROUTES,
  ...ISSUE_ROUTES,
  ...RUN_ROUTES,
  ...WORKFLOW_ROUTES,
  ...VARIABLE_ROUTES,
  ...ACCOUNT_ROUTES,
];
