import { expect, test } from 'vitest';
import { judgeRules } from '../../../../src/core/health/branch-rules.ts';

/** Every type of rule that GitHub knows, by what it means for fast-forward pushes and new branches. */
const BREAKING = [
  ...['creation', 'update', 'required_signatures', 'required_status_checks', 'pull_request'],
  ...['required_deployments', 'merge_queue', 'workflows', 'code_scanning'],
];
const DOUBTFUL = [
  ...[
    'commit_message_pattern',
    'commit_author_email_pattern',
    'committer_email_pattern',
    'branch_name_pattern',
  ],
  ...['file_path_restriction', 'file_extension_restriction', 'max_file_path_length', 'max_file_size'],
];
const HARMLESS = ['deletion', 'non_fast_forward', 'required_linear_history', 'tag_name_pattern', 'toString'];

test.each(BREAKING)('%s refuses every push of the agent', (rule) => {
  expect(judgeRules([rule])).toEqual({ breaking: [rule], doubtful: [] });
});

test.each(DOUBTFUL)('%s may refuse some pushes', (rule) => {
  expect(judgeRules([rule])).toEqual({ breaking: [], doubtful: [rule] });
});

test.each(HARMLESS)('%s refuses none', (rule) => {
  expect(judgeRules([rule])).toEqual({ breaking: [], doubtful: [] });
});

test('all rules are judged, in their order', () => {
  const { breaking, doubtful } = judgeRules(['max_file_size', 'update', 'deletion', 'creation']);
  expect(breaking).toEqual(['update', 'creation']);
  expect(doubtful).toEqual(['max_file_size']);
});
