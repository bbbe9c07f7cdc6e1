/** Run as a process of its own: opens alert issues in the folder it is given and prints their numbers. */
import { rehearsalGitHub } from '../../src/adapters/rehearsal/github.ts';
import { openRuns } from '../../src/adapters/rehearsal/runs.ts';

const folder = process.argv[2] ?? '';
const github = rehearsalGitHub({
  folder,
  shownAs: '.',
  runs: openRuns(`${folder}/runs`),
  diff: async () => '',
});
const signal = new AbortController().signal;
const numbers = await Promise.all(
  Array.from({ length: 20 }, () => github.openAlertIssue({ title: 'T', body: 'B' }, signal)),
);
process.stdout.write(JSON.stringify(numbers.map((issue) => issue.number)));
