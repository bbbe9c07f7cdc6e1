import { describe, expect, test } from 'vitest';
import { type BranchRule, refusingRule } from '../../../../src/core/access/refusing-rules.ts';

const PUSH = {
  branch: 'wakeful/docs-index/summary-0a1b2c3d-1',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
  messageStart: 'wakeful: ',
};

const pattern = (type: string, operator: string, text: string, isNegated = false): BranchRule => ({
  type,
  pattern: { operator, pattern: text, isNegated },
});

describe('a new branch of the agent is surely refused', () => {
  test.each<[string, BranchRule]>([
    ['where nobody may create branches', { type: 'creation', pattern: null }],
    ['where commits have to be signed', { type: 'required_signatures', pattern: null }],
    ['by the beginning of its name', pattern('branch_name_pattern', 'starts_with', 'feature/')],
    ['by the end of its name', pattern('branch_name_pattern', 'ends_with', '-draft')],
    ['by a word that is not in its name', pattern('branch_name_pattern', 'contains', 'JIRA-')],
    ['by a word that must not be in its name', pattern('branch_name_pattern', 'contains', 'wakeful', true)],
    ['by an expression', pattern('branch_name_pattern', 'regex', '^(feature|fix)/[a-z-]+$')],
    ['by the address of the author', pattern('commit_author_email_pattern', 'ends_with', '@acme.example')],
    ['by the address of the committer', pattern('committer_email_pattern', 'contains', 'bot', true)],
    ['by the beginning of the message', pattern('commit_message_pattern', 'starts_with', 'JIRA-')],
    ['by what a message must not begin with', pattern('commit_message_pattern', 'starts_with', 'w', true)],
  ])('%s', (_, rule) => {
    expect(refusingRule([{ type: 'deletion', pattern: null }, rule], PUSH)).toBe(rule);
  });
});

describe('a new branch of the agent may be let in', () => {
  test.each<[string, BranchRule]>([
    ['by rules that its pushes keep', { type: 'non_fast_forward', pattern: null }],
    ['by rules about what comes later', { type: 'update', pattern: null }],
    ['by a rule that its name keeps', pattern('branch_name_pattern', 'starts_with', 'wakeful/')],
    ['by an expression that its name keeps', pattern('branch_name_pattern', 'regex', '^[a-z0-9/-]+$')],
    ['by an expression that nobody here can read', pattern('branch_name_pattern', 'regex', '(?<=x)y(')],
    ['by an operator that nobody here knows', pattern('branch_name_pattern', 'sounds_like', 'feature/')],
    ['by what must not be in the address', pattern('commit_author_email_pattern', 'contains', '@evil', true)],
    [
      'by a message that may go on as it has to',
      pattern('commit_message_pattern', 'starts_with', 'wakeful: x'),
    ],
    ['by a rule about the rest of a message', pattern('commit_message_pattern', 'regex', 'JIRA-\\d+')],
    ['by a rule that says nothing', { type: 'branch_name_pattern', pattern: null }],
  ])('%s', (_, rule) => {
    expect(refusingRule([rule], PUSH)).toBeNull();
  });

  test('by any rule about messages where their form is not known', () => {
    const rule = pattern('commit_message_pattern', 'starts_with', 'feat');
    expect(refusingRule([rule], { ...PUSH, messageStart: null })).toBeNull();
    expect(refusingRule([rule], { ...PUSH, messageStart: '' })).toBeNull();
  });
});
