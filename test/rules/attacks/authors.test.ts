import { expect, test } from 'vitest';
import { emailProblem } from '../../../src/config/settings/setting-rules.ts';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';

/** Addresses by which GitHub would show the agent's commits as those of somebody else. */
const STRANGERS = [
  'wakeful@users.noreply.github.com',
  'octocat@users.noreply.github.com',
  'OctoCat@Users.NoReply.GitHub.com',
  'github-actions[bot]@users.noreply.github.com',
  '+octocat@users.noreply.github.com',
  'x+octocat@users.noreply.github.com',
  '-1+octocat@users.noreply.github.com',
  '1.5+octocat@users.noreply.github.com',
  '12octocat@users.noreply.github.com',
  'octocat@users.noreply.git.acme.example',
  '\uff11+octocat@users.noreply.github.com',
] as const;

test.each(STRANGERS)('%s is refused as the author of commits', (address) => {
  expect(emailProblem(address)?.hint).toContain('with its number');
});

test.each([
  '41898282+github-actions[bot]@users.noreply.github.com',
  '583231+octocat@users.noreply.github.com',
  'bot@acme.example',
])('%s is taken', (address) => {
  expect(emailProblem(address)).toBeNull();
});

test('without a setting, the commits are those of the account behind the token of a job', () => {
  const { email } = settingsInUse(null).settings.commit;
  expect(email).toBe('41898282+github-actions[bot]@users.noreply.github.com');
  expect(emailProblem(email)).toBeNull();
});
