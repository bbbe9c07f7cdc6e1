/** Two linters, because each is blind where the other one sees. Both are seen to find planted faults. */
import { describe, expect, test } from 'vitest';
import { actionlint, languageService } from '../../support/workflows/linters.ts';
import { plant } from '../../support/workflows/plant.ts';
import { repositoryText, workflowText, workflowTexts } from '../../support/workflows/workflow-files.ts';

interface Fault {
  readonly what: string;
  readonly find: string;
  readonly replace: string;
}

/** In `requests.yml`; found by both. */
const FOUND_BY_BOTH: readonly Fault[] = [
  { what: 'an event that does not exist', find: '  issue_comment:', replace: '  issue_comments:' },
  { what: 'an activity that does not exist', find: 'types: [created]', replace: 'types: [createt]' },
  { what: 'a misspelled field', find: '    timeout-minutes: 5', replace: '    timeout-minute: 5' },
  { what: 'a permission that does not exist', find: '      issues: write', replace: '      issue: write' },
  { what: 'a wrong value of a permission', find: 'contents: write', replace: 'contents: rite' },
  { what: 'a function that does not exist', find: '(startsWith(', replace: '(startWith(' },
  { what: 'a context that does not exist', find: 'stop: ${{ vars.', replace: 'stop: ${{ var.' },
  { what: 'a secret in a condition', find: "user.type) != 'Bot'", replace: 'user.type) != secrets.X' },
  { what: 'half an expression', find: "|| 'ubuntu-slim' }}", replace: '|| }}' },
  {
    what: 'an action without a version',
    find: /actions\/checkout@\w+/.exec(workflowText('requests').text)?.[0] ?? '',
    replace: 'actions/checkout',
  },
  {
    what: 'a step that both uses and runs',
    find: '        uses: ./\n',
    replace: '        uses: ./\n        run: ls\n',
  },
  { what: 'a field given twice', find: 'permissions: {}\n', replace: 'permissions: {}\npermissions: {}\n' },
];

describe('the workflows', () => {
  test.each(workflowTexts())('$file passes both linters', async (source) => {
    expect([...(await actionlint(source)), ...(await languageService(source))]).toEqual([]);
  });

  test('action.yml passes the one that knows actions', async () => {
    expect(await languageService(repositoryText('action.yml'))).toEqual([]);
  });
});

describe('the linters', () => {
  test.each(FOUND_BY_BOTH)('find $what', async ({ find, replace }) => {
    const planted = plant(workflowText('requests'), find, replace);
    expect(await actionlint(planted)).not.toEqual([]);
    expect(await languageService(planted)).not.toEqual([]);
  });

  test('find text of others inside a script: actionlint', async () => {
    const planted = plant(
      workflowText('wake'),
      'printf \'%s\\n\' "$REASON"',
      'echo ${{ github.event.issue.title }}',
    );
    expect(await actionlint(planted)).toEqual([expect.stringContaining('potentially untrusted')]);
  });

  test('find an expression in a description of the Action, which would keep it from loading: the language service', async () => {
    const planted = plant(
      repositoryText('action.yml'),
      '  stop:\n    description: "',
      '  stop:\n    description: "${{ vars.X }} ',
    );
    expect(await languageService(planted)).toEqual([
      expect.stringContaining("Unrecognized named-value: 'vars'"),
    ]);
  });
});
