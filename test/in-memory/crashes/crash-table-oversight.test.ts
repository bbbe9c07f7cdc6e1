import { expect } from 'vitest';
import { readMarker } from '../../../src/core/marker.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { disturbEverywhere, type Scenario } from '../../support/crashes/crash-table.ts';
import { type Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { named } from '../../support/memory/test-model.ts';
import { told } from '../../support/memory/wishes.ts';

const SLOT = 21_600_000;
const MANY = `${PLAIN}limits: {open_drafts: 9}\n`;
const SETTINGS = '.github/wakeful.yml';
const LOCK = 'state/lock.json';

function alerts(night: Night, state?: 'open'): readonly string[] {
  const listed = night.github.issues.filter((issue) => state === undefined || issue.state === state);
  const names = listed.map(({ body }) => readMarker(body)?.replace(/^alert\//, '') ?? '');
  return names.filter((name) => !name.endsWith('/failing')).sort();
}

/** Opened at most once, whether or not the disturbed wake came to it, and closed by the wake that finds it mended. */
function expectMended(night: Night, alert: string): void {
  expect(alerts(night, 'open')).toEqual([]);
  expect(alerts(night).filter((name) => name === alert).length).toBeLessThanOrEqual(1);
}

/** Who the state branch belongs to, as somebody has written it there by hand. */
async function belongTo(night: Night, owner: string): Promise<void> {
  const text = night.remote.text(STATE, LOCK) ?? '';
  await night.remote.commit({
    branch: STATE,
    files: { [LOCK]: text.replace(/"repository": "[^"]*"/, `"repository": "${owner}"`) },
    time: night.clock.now(),
  });
}

const BROKEN: readonly Scenario[] = [
  {
    name: 'a state branch of another repository, and its alert, until it is mended',
    night: { goals: { tidy: MANY } },
    behave: named,
    prepare: async (night) => {
      await night.wake({ model: modelOf(named) });
      await belongTo(night, 'other/repository');
      night.clock.advance(SLOT);
    },
    between: async (night) => {
      if (night.state().lock.repository !== 'test/repository') await belongTo(night, 'test/repository');
    },
    drafts: 2,
    items: ['window', 'window'],
    end: (night) => expectMended(night, '_agent/bad_state_file'),
  },
  {
    name: 'settings that are not valid, and their alert, until they are mended',
    night: { goals: { tidy: MANY } },
    behave: named,
    prepare: async (night) => {
      await night.wake({ model: modelOf(named) });
      await night.commit({ [SETTINGS]: 'nonsense: 1\n' });
      night.clock.advance(SLOT);
    },
    between: (night) => night.commit({ [SETTINGS]: 'open_drafts: 9\n' }),
    drafts: 2,
    items: ['window', 'window'],
    end: (night) => expectMended(night, '_agent/bad_settings'),
  },
];

const LONG = 'a sentence that is long enough to count as a change\n';
const OTHER = 'another one, with words of its own, which differs in all\n';

/** The window from midnight to six has words of its own; those before and after it have the same. */
const circling: Behaviour = ({ turn, question }) => {
  const text = question.messages.map(({ content }) => content).join('\n');
  const isSecond = /^Window: \S*T00:00\S* to \S*T06:00/m.test(text);
  if (turn > 0) return [['finish', { summary: `Written ${isSecond ? 'anew' : 'as it was'}.` }]];
  return [['write_file', { path: 'docs/index.md', text: isSecond ? OTHER : LONG }]];
};

const CIRCLES: readonly Scenario[] = [
  {
    name: 'the third of three windows whose drafts undo each other',
    night: { goals: { tidy: MANY } },
    behave: circling,
    prepare: async (night) => {
      for (let n = 0; n < 2; n++) {
        await night.wake({ model: modelOf(circling) });
        night.clock.advance(SLOT);
      }
    },
    // The third change is that of the first draft, which is still open.
    drafts: 2,
    items: ['window', 'window', 'window'],
    end: (night) => {
      expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'wakeful' });
      expect(told(night, 'goal_paused')).toHaveLength(1);
      expect(alerts(night, 'open')).toEqual(['tidy/paused']);
      expect(alerts(night)).toHaveLength(1);
    },
  },
];

disturbEverywhere([...BROKEN, ...CIRCLES]);
