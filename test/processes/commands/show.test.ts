import { expect, test } from 'vitest';
import { git, repository, write } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const GOAL = `title: Keep it tidy
objective: Tidy up the pages.
schedule: {every: 6h}
for_each: {files: "docs/*.md"}
permissions: {write: ["docs/**"]}
`;
const ISSUES = `title: Triage
objective: Answer.
schedule: {every: 6h}
for_each: {issues: {labels: [x]}}
permissions: {effects: [comment_on_issue]}
`;
const COMMAND = `title: Lint
objective: Mend.
schedule: {every: 6h}
for_each: {command: "./lint"}
permissions: {write: ["docs/**"]}
`;

/** One process for each question that only the real program answers; what it decides is tested in memory. */
test('show works in a clone without a remote, a key and a commit of the goal, and leaves it as it was', async () => {
  const folder = repository({ 'docs/a.md': '# A page\n', 'docs/b.md': 'b', 'AGENTS.md': 'a' });
  write(folder, { 'goals/tidy.yml': GOAL });
  const before = git(folder, 'status', '--porcelain') + git(folder, 'for-each-ref');
  const { code, out } = await wakeful(folder, ['show', 'tidy']);
  expect(code).toBe(0);
  expect(out).toMatch(/^tidy: Keep it tidy\n {2}It is due now: .*never run\.\n {2}It works on 2 tasks/m);
  expect(out).toMatch(/^Queue\n {2}docs\/a\.md\n {2}docs\/b\.md\n/m);
  expect(out).toMatch(/Probably [\d,]+ to [\d,]+ tokens for such a run: 2 tasks/);
  expect(out).toContain('You pursue one goal in a git repository');
  expect(out).toContain('\nTidy up the pages.\n');
  expect(out).toContain('1|# A page');
  expect(git(folder, 'status', '--porcelain') + git(folder, 'for-each-ref')).toBe(before);
});

test('show says what it cannot see without a token, and what it does not run without being asked', async () => {
  const folder = repository({ 'goals/triage.yml': ISSUES, 'goals/lint.yml': COMMAND });
  git(folder, 'remote', 'add', 'origin', folder);
  const issues = await wakeful(folder, ['show', 'triage']);
  expect(issues.out).toMatch(/cannot be told here\.\n +What is on GitHub cannot be seen: .*not on GitHub/);
  expect((await wakeful(folder, ['show', 'lint'])).out).toMatch(/add\s+--run/);
  const wrong = await wakeful(folder, ['show', 'lints']);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Did you mean lint?')]);
});
