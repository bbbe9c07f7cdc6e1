import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { DASHBOARD } from '../../../src/core/health/dashboard.ts';
import { hiddenMarker, readMarker } from '../../../src/core/marker.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import type { MemoryIssue } from '../../../src/simulation/world/memory-issues.ts';
import { AGENT_LOGIN } from '../../../src/simulation/world/wanted-issues.ts';
import { Night, type NightWake, PLAIN, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { triage } from '../../support/memory/triage.ts';

const GOALS = { tidy: PLAIN, other: PLAIN };
const HOUR = 3_600_000;

const begin = (): Promise<Night> => Night.begin({ goals: GOALS });

function dashboards(night: Night): readonly MemoryIssue[] {
  return night.issues.all.filter(({ body }) => readMarker(body) === DASHBOARD);
}

/** The only one. */
function shown(night: Night): MemoryIssue {
  const [one, ...more] = dashboards(night);
  expect(more).toEqual([]);
  if (one === undefined) throw new Error('there is no dashboard');
  return one;
}

async function nextNight(night: Night) {
  night.clock.advance(24 * HOUR);
  return night.wake();
}

describe('the dashboard', () => {
  test('is opened once by the first run that works, without a label, and says what the status page says', async () => {
    const night = await begin();
    const { result } = await night.wake();
    expect(result.ending).toBe('worked');
    const issue = shown(night);
    expect(issue).toMatchObject({ author: AGENT_LOGIN, labels: [], comments: [], state: 'open' });
    expect(issue.body).toContain('**Some things need you: 2 drafts to review.**');
    for (const heading of ['Needs you', 'Since yesterday', 'Goals', 'What comes next', 'Spent'])
      expect(issue.body).toContain(`## ${heading}`);
    expect(issue.body).toContain('- [ ] Run `tidy` now <!-- wakeful-box: run tidy -->');
    expect(issue.body).toContain('- [ ] **Stop everything** <!-- wakeful-box: stop -->');
    expect(night.state().status.dashboard).toEqual({ issue: issue.number, is_unswept: true });
    expect(night.state().alerts.alerts).toEqual({});
    expect(night.state().lock.leases).toEqual({});
  });

  test('is written anew by a run that works, once, and by none that has nothing to do', async () => {
    const night = await begin();
    await night.wake();
    const first = shown(night).body;
    const calls: string[] = [];
    night.issues.onCall = (_call, name) => {
      calls.push(name);
      return null;
    };
    night.clock.advance(60_000);
    const idle = await night.wake();
    expect([idle.result.ending, calls, idle.pushes]).toEqual(['nothing_due', [], 0]);
    await nextNight(night);
    expect(calls, 'once it is looked for others').toEqual(['readOpened', 'change', 'listOpened']);
    await nextNight(night);
    expect(calls.slice(3)).toEqual(['readOpened', 'change']);
    expect(shown(night).body).not.toBe(first);
    expect(shown(night).comments).toEqual([]);
  });

  test('costs no push, neither when it is opened nor afterwards', async () => {
    const lacking = await Night.begin({ goals: GOALS, settings: 'dashboard_issue: false\n' });
    const pushes = async (night: Night) => [(await night.wake()).pushes, (await nextNight(night)).pushes];
    expect(await pushes(await begin())).toEqual(await pushes(lacking));
    expect(dashboards(lacking)).toEqual([]);
  });

  test('of a repository whose state branch was lost is found again by its marker', async () => {
    const night = await begin();
    const own = night.issues.write({
      title: 'Wakeful: dashboard',
      body: `Old.\n\n${hiddenMarker(DASHBOARD)}`,
      author: AGENT_LOGIN,
    });
    await night.wake();
    expect(shown(night).number).toBe(own.number);
    expect(shown(night).body).toContain('## Needs you');
  });

  test('is not what somebody else has marked so', async () => {
    const night = await begin();
    const body = `Mine.\n\n${hiddenMarker(DASHBOARD)}`;
    const { number } = night.issues.write({ title: 'x', body, author: 'mallory' });
    await night.wake();
    expect(night.issues.find(number)?.body).toBe(body);
    expect(dashboards(night).map(({ author }) => author)).toEqual(['mallory', AGENT_LOGIN]);
  });

  test('keeps nothing that others write into it, not even without its marker', async () => {
    const night = await begin();
    await night.wake();
    const { number } = shown(night);
    night.issues.change(number, { body: 'All is lost. @everybody' });
    await nextNight(night);
    expect(shown(night).number).toBe(number);
    expect(shown(night).body).not.toContain('All is lost');
  });

  test('that a person closes stays closed and unchanged until they open it again', async () => {
    const night = await begin();
    await night.wake();
    const { number, body } = shown(night);
    night.issues.change(number, { state: 'closed' });
    await nextNight(night);
    expect(shown(night)).toMatchObject({ state: 'closed', body });
    night.issues.change(number, { state: 'open' });
    await nextNight(night);
    expect(shown(night).body).not.toBe(body);
  });

  test('that is deleted or moved is not opened anew, and nothing fails', async () => {
    const night = await begin();
    await night.wake();
    night.issues.remove(shown(night).number);
    const { result, lines } = await nextNight(night);
    expect(result.goals.map(({ goal }) => goal)).toEqual(['other', 'tidy']);
    expect(dashboards(night)).toEqual([]);
    expect(lines.filter(({ event }) => event === 'effect_failed')).toEqual([]);
  });

  test('is asked for once a day where the repository has no issues, and told once', async () => {
    const night = await begin();
    night.github.hasIssues = false;
    const { result, lines } = await night.wake();
    expect(result.ending).toBe('worked');
    expect(lines.map(({ event }) => event)).toContain('effect_failed');
    expect(night.state().status.dashboard).toEqual({ issue: null, refused_on: '2026-11-22' });
    const next = await nextNight(night);
    expect(next.lines.filter(({ event, level }) => event === 'effect_failed' && level !== 'debug')).toEqual(
      [],
    );
    night.github.hasIssues = true;
    await nextNight(night);
    expect(night.state().status.dashboard).toEqual({ issue: shown(night).number, is_unswept: true });
  });

  test('that the token may no longer write is left alone for the day, which is told once', async () => {
    const night = await begin();
    await night.wake();
    const calls: string[] = [];
    let isRefused = true;
    night.issues.onCall = (_call, name) => {
      calls.push(name);
      if (isRefused && name === 'change') throw new Halt('forbidden', 'The token lacks issues: write.');
      return null;
    };
    const first = await nextNight(night);
    expect(first.result.goals.map(({ goal }) => goal)).toEqual(['other', 'tidy']);
    expect(night.state().status.dashboard).toMatchObject({ refused_on: '2026-11-23' });
    calls.splice(0);
    night.clock.advance(7 * HOUR);
    await night.wake();
    expect(calls).toEqual([]);
    const later = await nextNight(night);
    const told = [first, later].map(({ lines }) => lines.filter(({ event }) => event === 'effect_failed'));
    expect(told.flat().map(({ level }) => level)).toEqual(['warn', 'debug']);
    isRefused = false;
    await nextNight(night);
    expect(night.state().status.dashboard).toEqual({ issue: shown(night).number });
  });

  test('is opened by one of two runs at once: by that which has held its goal longer', async () => {
    const night = await begin();
    let second: Promise<NightWake> | null = null;
    const other = modelOf(diligent);
    const first = await night.wake({
      id: 'first',
      model: {
        ...other,
        open: async (settings) => {
          // Ends while the first one still works.
          second ??= night.wake({ id: 'second' });
          await second;
          return other.open(settings);
        },
      },
    });
    const opened = [first, await (second as Promise<NightWake> | null)].map(
      (wake) => wake?.lines.filter(({ event }) => event === 'dashboard_opened').length,
    );
    expect(opened).toEqual([1, 0]);
    expect(night.state().status.dashboard?.issue).toBe(shown(night).number);
  });

  test('says what to do where nobody wants it', async () => {
    const night = await begin();
    await night.wake();
    expect(shown(night).body).toContain(
      'If you do not want this issue, close it: it stays closed and unchanged, and no other one is opened.',
    );
  });

  test('is closed where the settings switch it off, and opened again where they do not', async () => {
    const night = await begin();
    await night.wake();
    const { number } = shown(night);
    await night.commit({ '.github/wakeful.yml': 'dashboard_issue: false\n' });
    await nextNight(night);
    expect(shown(night)).toMatchObject({ state: 'closed', comments: [] });
    const calls: string[] = [];
    night.issues.onCall = (_call, name) => {
      calls.push(name);
      return null;
    };
    await nextNight(night);
    expect(calls).toEqual([]);
    await night.commit({ '.github/wakeful.yml': 'dashboard_issue: true\n' });
    await nextNight(night);
    expect(shown(night)).toMatchObject({ number, state: 'open' });
    expect(night.state().status.dashboard).toMatchObject({ issue: number });
    expect(night.state().status.dashboard).not.toHaveProperty('is_off');
  });

  test('is no task of a goal that works on issues, whatever label it is given', async () => {
    const night = await Night.begin({ goals: { tidy: triage() } });
    night.issues.write({ title: 'A question', labels: ['triage'] });
    await night.wake();
    night.issues.change(shown(night).number, { labels: ['triage'] });
    await nextNight(night);
    expect(Object.keys(night.state().checkpoints['tidy']?.items ?? {})).toEqual([
      expect.stringMatching(/^#1@/),
    ]);
  });

  test.each(['die_before', 'die_after', 'error_before', 'error_after'] as const)(
    'is one, whatever becomes of the request that opens it: %s',
    async (fault) => {
      const night = await begin();
      let isFirst = true;
      night.issues.onCall = (_call, name) => {
        if (name !== 'open' || !isFirst) return null;
        isFirst = false;
        return fault;
      };
      const { id } = await night.wake();
      night.github.finished.add(id);
      await nextNight(night);
      await nextNight(night);
      const { issue } = night.state().status.dashboard ?? {};
      expect(issue).toBe(shown(night).number);
    },
  );

  test('of a run that comes back after another has taken over is closed by the next one', async () => {
    const night = await begin();
    await night.wake();
    const { number } = shown(night);
    const { title, body, author } = shown(night);
    const second = night.issues.write({ title, body, author });
    const left = night.state();
    const status = { ...left.status, dashboard: { issue: number, is_unswept: true } };
    await night.remote.commit({
      branch: STATE,
      files: { 'state/status.json': `${JSON.stringify(status)}\n` },
    });
    await nextNight(night);
    expect(night.issues.find(number)?.state).toBe('open');
    expect(night.issues.find(second.number)?.state).toBe('closed');
    expect(night.state().status.dashboard).toEqual({ issue: number });
  });
});
