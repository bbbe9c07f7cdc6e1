/** Rules that no linter knows, held by every workflow, and each seen to find a planted fault. */
import { describe, expect, test } from 'vitest';
import { ACTION_COMMANDS, ACTION_INPUTS } from '../../../src/config/github/action-registry.ts';
import { plant } from '../../support/workflows/plant.ts';
import { actions, RULE_NAMES, violations } from '../../support/workflows/rules.ts';
import { readWorkflow, workflowText, workflowTexts } from '../../support/workflows/workflow-files.ts';

describe.each(workflowTexts())('$file', (source) => {
  test.each(RULE_NAMES)('%s', async (rule) => {
    expect(await violations(rule, source)).toEqual([]);
  });
});

describe('the Action', () => {
  const used = workflowTexts().flatMap((source) =>
    actions(readWorkflow(source)).map(({ step }) => step.with ?? {}),
  );

  test('is handed nothing but inputs that it has', () => {
    const names = used.flatMap((inputs) => Object.keys(inputs));
    expect(names.filter((name) => !Object.hasOwn(ACTION_INPUTS, name))).toEqual([]);
  });

  test('is asked for each of its commands by one workflow', () => {
    const commands = used.map((inputs) => inputs['command']);
    expect([...new Set(commands)].toSorted()).toEqual(ACTION_COMMANDS.toSorted());
  });
});

interface Fault {
  readonly rule: RegExp;
  readonly workflow: string;
  readonly find: string;
  readonly replace: string;
}

const CHECKOUT = /actions\/checkout@\w+ # v[\d.]+/.exec(workflowText('goals').text)?.[0] ?? '';

const FAULTS: readonly Fault[] = [
  { rule: /pinned/, workflow: 'goals', find: CHECKOUT, replace: 'actions/checkout@v7' },
  { rule: /pinned/, workflow: 'goals', find: CHECKOUT, replace: CHECKOUT.replace(/ #.*/, '') },
  { rule: /pinned/, workflow: 'goals', find: CHECKOUT, replace: CHECKOUT.replace(/[0-9a-f] #/, ' #') },
  { rule: /inside a script/, workflow: 'wake', find: '"$REASON"', replace: '"${{ vars.WAKEFUL_STOP }}"' },
  { rule: /at the top/, workflow: 'wake', find: 'permissions: {}\n', replace: '' },
  {
    rule: /at the top/,
    workflow: 'wake',
    find: 'permissions: {}\n',
    replace: 'permissions: {contents: read}\n',
  },
  { rule: /at the top/, workflow: 'wake', find: '    permissions: {}\n', replace: '' },
  {
    rule: /at the top/,
    workflow: 'wake',
    find: '    permissions: {}\n',
    replace: '    permissions: read-all\n',
  },
  { rule: /no token behind/, workflow: 'goals', find: '          persist-credentials: false\n', replace: '' },
  { rule: /nothing foreign/, workflow: 'goals', find: '  pull_request:', replace: '  pull_request_target:' },
  { rule: /time limit/, workflow: 'watchdog', find: '    timeout-minutes: 8\n', replace: '' },
  { rule: /time limit/, workflow: 'watchdog', find: '        timeout-minutes: 5\n', replace: '' },
  {
    rule: /told of the stop/,
    workflow: 'requests',
    find: '          stop: ${{ vars.WAKEFUL_STOP }}\n',
    replace: '',
  },
  {
    rule: /told of the stop/,
    workflow: 'requests',
    find: 'stop: ${{ vars.WAKEFUL_STOP }}',
    replace: "stop: ''",
  },
  {
    rule: /can be cancelled/,
    workflow: 'wake',
    find: '        uses: ./\n',
    replace: '        uses: ./\n        if: always()\n',
  },
  { rule: /a secret/, workflow: 'goals', find: 'folder: proposed', replace: 'folder: ${{ secrets.X }}' },
  {
    rule: /a secret/,
    workflow: 'watchdog',
    find: 'command: watchdog',
    replace: 'command: watchdog\n          openai-api-key: ${{ secrets.OPENAI_API_KEY }}',
  },
  {
    rule: /a secret/,
    workflow: 'wake',
    find: 'REASON: ${{ vars.WAKEFUL_STOP }}',
    replace: 'REASON: ${{ toJSON(secrets) }}',
  },
  {
    rule: /token of an App/,
    workflow: 'wake',
    find: '          permission-pull-requests: write\n',
    replace: '          permission-pull-requests: write\n          permission-workflows: write\n',
  },
  {
    rule: /token of an App/,
    workflow: 'wake',
    find: '          permission-contents: write\n          permission-pull-requests: write\n',
    replace: '',
  },
  {
    rule: /token of an App/,
    workflow: 'wake',
    find: "        if: vars.WAKEFUL_APP_ID != ''\n",
    replace: '',
  },
  {
    rule: /a secret/,
    workflow: 'wake',
    find: 'private-key: ${{ secrets.WAKEFUL_APP_KEY }}',
    replace: 'private-key: ${{ secrets.OPENAI_API_KEY }}',
  },
  { rule: /group of runs/, workflow: 'wake', find: 'jobs:\n', replace: 'concurrency: wakeful\njobs:\n' },
  {
    rule: /group of runs/,
    workflow: 'requests',
    find: '    timeout-minutes: 5\n',
    replace: '    timeout-minutes: 5\n    concurrency: {group: x}\n',
  },
  {
    rule: /^a stranger/,
    workflow: 'requests',
    find: `      && contains(fromJSON('["OWNER", "MEMBER", "COLLABORATOR"]'), github.event.comment.author_association || github.event.review.author_association)\n`,
    replace: '',
  },
  {
    rule: /^a stranger/,
    workflow: 'requests',
    find: '["OWNER", "MEMBER"',
    replace: '["OWNER", "CONTRIBUTOR", "MEMBER"',
  },
  {
    rule: /^a stranger/,
    workflow: 'requests',
    find: '["OWNER", "MEMBER"',
    replace: '["NONE", "OWNER", "MEMBER"',
  },
  {
    rule: /^a stranger/,
    workflow: 'requests',
    find: '\n      && contains(',
    replace: '\n      || contains(',
  },
  {
    rule: /^a stranger/,
    workflow: 'requests',
    find: " && github.event.issue.user.type == 'Bot'",
    replace: '',
  },
  {
    rule: /^a stranger/,
    workflow: 'wake',
    find: 'github.event.comment.user.login != github.event.sender.login',
    replace: 'true',
  },
  {
    rule: /^a stranger/,
    workflow: 'wake',
    find: 'github.event.issue.user.login != github.event.sender.login',
    replace: 'true',
  },
  {
    rule: /^a stranger/,
    workflow: 'wake',
    find: 'github.event.discussion.user.login != github.event.sender.login',
    replace: 'true',
  },
  {
    rule: /^a fork/,
    workflow: 'wake',
    find: '      && (!github.event.check_suite || github.event.check_suite.head_branch)\n',
    replace: '',
  },
  {
    rule: /^a fork/,
    workflow: 'wake',
    find: 'github.event.workflow_run.head_repository.full_name == github.repository',
    replace: 'true',
  },
  {
    rule: /^a fork/,
    workflow: 'wake',
    find: 'github.event.pull_request.head.repo.full_name == github.repository',
    replace: 'true',
  },
  {
    rule: /does not need/,
    workflow: 'requests',
    find: '      pull-requests: write # the answer, on a pull request\n    steps:',
    replace: '      pull-requests: write # the answer, on a pull request\n      actions: write\n    steps:',
  },
  { rule: /does not need/, workflow: 'wake', find: 'actions: read', replace: 'actions: write' },
  { rule: /does not need/, workflow: 'goals', find: 'contents: read', replace: 'contents: write' },
  { rule: /does not need/, workflow: 'ci', find: 'contents: read', replace: 'id-token: write' },
  {
    rule: /another branch/,
    workflow: 'wake',
    find: "|| vars.WAKEFUL_ENVIRONMENT == '' || github.ref_name == github.event.repository.default_branch",
    replace: '|| true',
  },
  {
    rule: /another branch/,
    workflow: 'wake',
    find: '    environment: ${{ vars.WAKEFUL_ENVIRONMENT }}\n',
    replace: '',
  },
  { rule: /half hour/, workflow: 'wake', find: '17,47 *', replace: '0,30 *' },
  { rule: /half hour/, workflow: 'wake', find: '17,47 *', replace: '*/30 *' },
];

describe('each rule finds a planted fault', () => {
  test.each(FAULTS)('$rule in $workflow.yml: $replace', async ({ rule, workflow, find, replace }) => {
    const name = RULE_NAMES.find((one) => rule.test(one)) ?? '';
    expect(await violations(name, plant(workflowText(workflow), find, replace))).not.toEqual([]);
  });

  test('and there is one for each', () => {
    const tried = RULE_NAMES.filter((name) => FAULTS.some(({ rule }) => rule.test(name)));
    expect(tried).toEqual(RULE_NAMES);
  });
});
