import type { EvaluationCase } from '../case.ts';
import { CHANGELOG_CASES } from './changelog.ts';
import { INDEX_CASES } from './index-page.ts';
import { LINK_CASES } from './links.ts';
import { LINTER_CASES } from './linters.ts';
import { TODO_ISSUE_CASES } from './todo-issues.ts';
import { TODO_LIST_CASES } from './todo-list.ts';
import { TRIAGE_CASES } from './triage.ts';
import { TYPE_CASES } from './types.ts';

/** All of them, in the order of the table. */
export const CASES: readonly EvaluationCase[] = [
  ...LINK_CASES,
  ...INDEX_CASES,
  ...TODO_LIST_CASES,
  ...TODO_ISSUE_CASES,
  ...CHANGELOG_CASES,
  ...LINTER_CASES,
  ...TYPE_CASES,
  ...TRIAGE_CASES,
];
