/** The life of alerts through the shipped adapter, against a stand-in whose traffic is checked. */
import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { portsAt, WAKE_FILE } from '../../support/contract/github-under-test.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { Night, type NightOptions, PLAIN, WITHOUT_DASHBOARD } from '../../support/memory/night.ts';

/** Longer than a goal that keeps failing waits. */
const A_DAY_OR_SO = 25 * 3_600_000;
const ISSUES = '/repos/{owner}/{repo}/issues';
const { signal } = new AbortController();

/** A GitHub of its own. The repository is in memory, so that the clock can be moved. */
async function served(options: NightOptions) {
  const { standIn } = await serveGitHub({
    files: { [`.github/workflows/${WAKE_FILE}`]: 'on:\n  workflow_dispatch:\njobs: {}\n' },
  });
  const { github, issues } = portsAt(standIn);
  const night = await Night.begin(options);
  const wake = async (behave: Behaviour) => {
    night.clock.advance(A_DAY_OR_SO);
    const model = modelOf(behave, () => night.clock.advance(1_000));
    return night.wake({ model, change: (world) => ({ ...world, github, issues }) });
  };
  const alerts = async () =>
    (await github.listAlertIssues([], signal))
      .toSorted((a, b) => a.number - b.number)
      .map(({ state, title }) => `${state}: ${title.replace('Wakeful: ', '')}`);
  const read = (number: number) => issues.read(number, signal);
  return { standIn, night, wake, alerts, read };
}

const gives =
  (reason: string): Behaviour =>
  () => [['give_up', { reason }]];
const idles: Behaviour = () => [['finish', { summary: 'There was nothing to do.' }]];
const circles: Behaviour = () => [['list_files', {}]];

const STURDY: NightOptions = {
  goals: { tidy: `${PLAIN}limits: {attempts: 50}\n` },
  settings: `bounds: {attempts: 50}\n${WITHOUT_DASHBOARD}`,
};
const FAILING = 'tidy fails again and again';

describe('an alert over HTTP', () => {
  test('is opened at the third failure, updated in place, and closed with a word when the cause is gone', async () => {
    const { wake, alerts, read } = await served(STURDY);
    const seen: string[] = [];
    for (const reason of ['one', 'two', 'three', 'four']) {
      await wake(gives(reason));
      seen.push((await alerts()).join());
    }
    expect(seen).toEqual(['', '', `open: ${FAILING}`, `open: ${FAILING}`]);
    expect((await read(1))?.body).toContain('four');
    await wake(idles);
    expect(await alerts()).toEqual([`closed: ${FAILING}`]);
    expect((await read(1))?.comments.map(({ isByAgent, body }) => [isByAgent, body.split('\n')[0]])).toEqual([
      [true, expect.stringMatching(/^A run of the goal has succeeded\. Run \S+ has seen it\.$/)],
    ]);
  });

  test('that a person has closed stays closed while its cause lasts, and comes anew with another one', async () => {
    const { standIn, wake, alerts } = await served(STURDY);
    for (let n = 0; n < 3; n++) await wake(gives('no'));
    await standIn.person.close(1);
    for (let n = 0; n < 2; n++) await wake(gives(`no, ${n}`));
    expect(await alerts()).toEqual([`closed: ${FAILING}`]);
    await wake(circles);
    expect(await alerts()).toEqual([`closed: ${FAILING}`, `open: ${FAILING}`]);
  });

  test.each(['server_error', 'server_error_after', 'dropped_after'] as const)(
    'is one issue when the answer to opening it is %s, also while lists lag behind',
    async (fault) => {
      const { standIn, wake, alerts } = await served(STURDY);
      for (let n = 0; n < 2; n++) await wake(gives('no'));
      standIn.inject({ on: `POST ${ISSUES}`, fault });
      await wake(gives('no'));
      const lag = standIn.inject({ on: `GET ${ISSUES}`, fault: 'newest_missing', times: 'always' });
      for (let n = 0; n < 2; n++) await wake(gives('no'));
      lag();
      expect(await alerts()).toEqual([`open: ${FAILING}`]);
    },
  );

  test('beside too many others is folded into one, and gets its own when there is room', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const bad = (id: string) => [id, `${PLAIN}nonsense: 1\n`] as const;
    const { night, wake, alerts, read } = await served({ goals: Object.fromEntries(ids.map(bad)) });
    await wake(idles);
    const fault = 'has a goal file that is not valid';
    const folded = 'open: the agent has more alerts than it may open issues';
    expect(await alerts()).toEqual([...['a', 'b', 'c', 'd'].map((id) => `open: ${id} ${fault}`), folded]);
    for (const id of ['e', 'f', 'g']) expect((await read(5))?.body).toContain(`${id} ${fault}`);
    await night.commit(Object.fromEntries(['a', 'b', 'c'].map((id) => [`goals/${id}.yml`, null])));
    for (let n = 0; n < 2; n++) await wake(idles);
    const open = (await alerts()).filter((alert) => alert.startsWith('open: '));
    expect(open).toEqual(['d', 'e', 'f', 'g'].map((id) => `open: ${id} ${fault}`));
  });
});
