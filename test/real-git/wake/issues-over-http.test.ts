/** Queues over issues and their effects through the shipped adapter, against a stand-in whose traffic is checked. */
import { expect, test } from 'vitest';
import type { IssueThread } from '../../../src/ports.ts';
import type { FaultKind } from '../../../src/rehearsal/github/http/faults.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { portsAt, WAKE_FILE } from '../../support/contract/github-under-test.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { Night, type NightWake, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';
import { commenting, doing, SLOT, TICK, triage } from '../../support/memory/triage.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const { signal } = new AbortController();
const all = doing((issue) => [
  ['label_issue', { issue, labels: ['bug'] }],
  ['open_issue', { title: 'A follow-up', body: 'More to do.' }],
  ['comment_on_issue', { issue, body: 'Looked at.' }],
]);

/** One issue that waits, on a GitHub of its own. The repository is in memory, so that the clock can be moved. */
async function served(behave: Behaviour = commenting) {
  const { standIn } = await serveGitHub({
    files: { [`.github/workflows/${WAKE_FILE}`]: 'on:\n  workflow_dispatch:\njobs: {}\n' },
  });
  const { github, issues } = portsAt(standIn);
  const effects = ['comment_on_issue', 'open_issue', 'label_issue'] as const;
  const night = await Night.begin({ goals: { tidy: triage(effects) }, settings: WITHOUT_DASHBOARD });
  const number = await standIn.person.openIssue({ title: 'It crashes', labels: ['triage'] });
  await standIn.person.openIssue({ title: 'Another', labels: ['bug'] });
  const wake = async (pause = 0): Promise<NightWake> => {
    night.clock.advance(pause);
    const model = modelOf(behave, () => night.clock.advance(1_000));
    return night.wake({ model, change: (world) => ({ ...world, github, issues }) });
  };
  const read = async (): Promise<IssueThread> => {
    const thread = await issues.read(number, signal);
    if (thread === null) throw new Error('the issue is gone');
    return thread;
  };
  const titles = async () => (await issues.list({ labels: [], limit: 9 }, signal)).map(({ title }) => title);
  return { standIn, github, night, wake, read, titles };
}

test('an issue is commented on once, and again when a person has written', async () => {
  const { standIn, wake, read } = await served();
  expect((await wake()).result.ending).toBe('worked');
  expect((await wake(SLOT)).result.ending).toBe('no_change');
  await standIn.person.comment(1, 'And now?');
  expect((await wake(SLOT)).result.ending).toBe('worked');
  const said = (await read()).comments.map(({ isByAgent, body }) => [isByAgent, body.split('\n')[0]]);
  expect(said).toEqual([
    [true, 'Looked at 1.'],
    [false, 'And now?'],
    [true, 'Looked at 1.'],
  ]);
});

test.each([
  ['comments', `POST ${ISSUES}/{issue_number}/comments`],
  ['labels', `POST ${ISSUES}/{issue_number}/labels`],
  ['new issues', `POST ${ISSUES}`],
])('%s are made once, whatever becomes of their answer', async (_name, on) => {
  for (const fault of ['server_error', 'server_error_after', 'dropped_after'] satisfies FaultKind[]) {
    const { standIn, wake, read, titles } = await served(all);
    standIn.inject({ on, fault });
    expect((await wake()).result.ending, fault).toBe('github_unavailable');
    // Lists lag behind: the newest issue is found all the same.
    const lag = standIn.inject({ on: `GET ${ISSUES}`, fault: 'newest_missing', times: 'always' });
    expect((await wake(TICK)).result, fault).toMatchObject({ ending: 'worked' });
    lag();
    const { comments, labels } = await read();
    expect([comments.length, labels.toSorted(), await titles()], fault).toEqual([
      1,
      ['bug', 'triage'],
      ['It crashes', 'Another', 'A follow-up'],
    ]);
  }
});

test('a permission that is missing is told, and what waits for it is made when it is there', async () => {
  const { standIn, github, wake, read } = await served();
  const takeBack = standIn.inject({
    on: `POST ${ISSUES}/{issue_number}/comments`,
    fault: 'forbidden',
    times: 'always',
  });
  const { result } = await wake();
  expect(result).toMatchObject({ ending: 'forbidden', detail: expect.stringContaining('issues: write') });
  expect((await read()).comments).toEqual([]);
  takeBack();
  expect((await wake(TICK)).result.ending).toBe('worked');
  expect((await read()).comments).toHaveLength(1);
  const alerts = await github.listAlertIssues([], signal);
  expect(alerts.map(({ state, title }) => [state, title])).toEqual([
    ['closed', 'Wakeful: tidy lacks a permission'],
  ]);
});

test.each([
  ['locked', (person: Awaited<ReturnType<typeof served>>['standIn']['person']) => person.lock(1)],
  ['refused as it is', async () => {}],
])('what comes to nothing is given up: %s', async (how, act) => {
  const { standIn, night, wake, read } = await served();
  standIn.inject({ on: `GET ${ISSUES}/{issue_number}`, fault: { meanwhile: () => act(standIn.person) } });
  if (how === 'refused as it is')
    standIn.inject({ on: `POST ${ISSUES}/{issue_number}/comments`, fault: 'invalid' });
  await wake();
  expect(night.log().filter(({ event }) => event === 'effect_failed')).toHaveLength(1);
  expect((await wake(TICK)).result.ending).toBe('nothing_due');
  expect((await read()).comments).toEqual([]);
});
