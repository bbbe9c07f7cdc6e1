import { describe, expect, test } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { forge } from '../../support/memory/forged.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';

/*
 * The state says which issue shows an alert. Whoever may push the state branch can write another number there, or that a
 * person has closed it. The agent closes and changes an issue only if its marker names that very alert.
 */

const HOUR = 3_600_000;
const ALERTS = 'state/alerts.json';

const sulks: Behaviour = () => [['give_up', { reason: 'I cannot' }]];

/** Four issues of the agent's: 1 is the alert of another goal, 2 is not an alert, 3 is closed, 4 is about the state. */
async function nightWithIssues(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {attempts: 9}\n`, other: PLAIN } });
  const body = (marker: string) => `Words.\n\n${hiddenMarker(marker)}`;
  const bodies = [body('alert/other/paused'), 'By hand.', body('alert/tidy/gone'), body('tidy/window@x/1')];
  for (const [index, text] of bodies.entries()) {
    const number = night.github.numbers.next();
    const state = index === 2 ? ('closed' as const) : ('open' as const);
    night.github.issues.push({ number, title: 'Mine', body: text, url: 'x', state, comments: [] });
  }
  await night.wake({ model: modelOf(() => [['finish', { summary: 'Nothing to do.' }]]) });
  night.clock.advance(6 * HOUR);
  return night;
}

const record = (change: Readonly<Record<string, unknown>>) => ({
  ...{ goal: 'tidy', cause: 'paused', title: 'T', body: 'B', raised_at: '2026-11-22T03:00:00Z' },
  ...{ wanted: false, issue: 1, shown: null, known: false, ...change },
});

const issuesOf = (night: Night) => structuredClone(night.github.issues.slice(0, 4));

const GONE = { goal: 'ghost', cause: 'failing' };

const RECORDS: readonly (readonly [name: string, change: Readonly<Record<string, unknown>>])[] = [
  ['that is over, with the number of another goal’s alert', { issue: 1 }],
  ['that is over, with the number of an issue without a marker', { issue: 2 }],
  ['that is over, with the number of a closed issue', { issue: 3 }],
  ['that is over, with the number of an issue with another marker', { issue: 4 }],
  ['that is over, with a number that there is not', { issue: 999 }],
  ['of a goal that there is not, with the number of another goal’s alert', { ...GONE, issue: 1 }],
  ['of a goal that there is not, with the number of an issue without a marker', { ...GONE, issue: 2 }],
  ['of a goal that there is not, wanted, with another number', { ...GONE, issue: 1, wanted: true }],
  ['of a goal that there is not, known, with another number', { ...GONE, issue: 1, known: true }],
  ['of the agent itself, with another number', { goal: '_agent', cause: 'silent', issue: 1 }],
  ['about the settings, with another number', { goal: '_agent', cause: 'bad_settings', issue: 1 }],
  ['that the rest share, with another number', { goal: '_agent', cause: 'folded', issue: 1 }],
  ['of a cause that there is not, with another number', { cause: 'x', issue: 2 }],
];

describe('an alert', () => {
  test.each(RECORDS)('%s closes and changes no issue', async (_, change) => {
    const night = await nightWithIssues();
    const issues = issuesOf(night);
    const forged = record(change);
    await forge(night, ALERTS, () => ({
      version: 1,
      alerts: { [`${forged.goal}/${forged.cause}`]: forged },
    }));
    for (let n = 0; n < 3; n += 1) {
      await night.wake();
      night.clock.advance(6 * HOUR);
    }
    expect(night.github.issues.slice(0, 4)).toEqual(issues);
  });

  test.each([
    { name: 'with the number of another goal’s alert', change: { issue: 1 } },
    { name: 'with the number of an issue without a marker', change: { issue: 2 } },
    { name: 'with a number that there is not', change: { issue: 999 } },
    { name: 'of the same cause, with the number of a closed issue', change: { issue: 3, about: 'gave_up' } },
    { name: 'of the same cause, with a number that there is not', change: { issue: 999, about: 'gave_up' } },
    { name: 'that a person is said to have closed', change: { issue: 3, known: true, about: 'x' } },
  ])('that is wanted, $name, is shown in an issue of its own', async ({ change }) => {
    const night = await nightWithIssues();
    const issues = issuesOf(night);
    const fail = async (): Promise<void> => {
      await night.wake({ model: modelOf(sulks, () => night.clock.advance(1_000)) });
      night.clock.advance(HOUR);
    };
    await fail();
    await fail();
    const forged = record({ cause: 'failing', wanted: true, detail: 'x', ...change });
    await forge(night, ALERTS, () => ({ version: 1, alerts: { 'tidy/failing': forged } }));
    await fail();
    await fail();
    expect(night.github.issues.slice(0, 4)).toEqual(issues);
    const shown = night.github.issues.slice(4).filter(({ title }) => title.includes('tidy'));
    expect(shown.map(({ title, state }) => [title, state])).toEqual([
      ['Wakeful: tidy fails again and again', 'open'],
    ]);
  });
});
