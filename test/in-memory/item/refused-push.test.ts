import { describe, expect, test } from 'vitest';
import { refusalKind } from '../../../src/core/work/refused-push.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const HALF_HOUR = 1_800_000;
const RULE = 'GH013: Repository rule violations found. Commits must have verified signatures.';

/** Wakes after wakes; says how each ended, and how often the model was asked. */
function watched(night: Night) {
  let asked = 0;
  const model = modelOf(diligent, () => {
    asked += 1;
    night.clock.advance(1_000);
  });
  return async (times: number, trigger = {}) => {
    const before = asked;
    const endings: string[] = [];
    for (let n = 0; n < times; n++) {
      endings.push((await night.wake({ model, trigger })).result.ending);
      night.clock.advance(HALF_HOUR);
    }
    return { endings: [...new Set(endings)], asked: asked - before };
  };
}

function refuseWork(night: Night, words: string): void {
  night.remote.refusal = words;
  night.remote.onPush = (_push, refs) =>
    refs.some(({ branch }) => branch.startsWith('wakeful/')) ? 'refuse' : null;
}

describe('a rule that no work can keep', () => {
  async function refused(goals: Readonly<Record<string, string>> = { tidy: PLAIN }) {
    const night = await Night.begin({ goals });
    refuseWork(night, RULE);
    return { night, wakes: watched(night) };
  }

  test('is met once, and is paid for never again, at no tick and in no window', async () => {
    const { night, wakes } = await refused();
    expect(await wakes(1)).toEqual({ endings: ['forbidden'], asked: 2 });
    expect(await wakes(20)).toEqual({ endings: ['forbidden'], asked: 0 });
    expect(night.github.issues.map(({ state }) => state)).toEqual(['open']);
  });

  test('is paid for by one goal only', async () => {
    const { wakes } = await refused({ tidy: PLAIN, weed: PLAIN, prune: PLAIN });
    expect((await wakes(3)).asked).toBe(2);
  });

  test.each<[string, (night: Night) => unknown]>([
    ['the rules change', (night) => Object.assign(night.github, { rules: '[1]' })],
    ['the settings change', (night) => night.commit({ '.github/wakeful.yml': 'commit: {prefix: "x: "}\n' })],
    ['the goal is edited', (night) => night.commit({ 'goals/tidy.yml': `title: T\nobjective: O\n${PLAIN}` })],
  ])('is tried again as soon as %s', async (_what, change) => {
    const { night, wakes } = await refused();
    await wakes(2);
    night.remote.onPush = () => null;
    await change(night);
    const { endings, asked } = await wakes(1);
    expect([endings, asked > 0, night.github.drafts.length]).toEqual([['worked'], true, 1]);
  });

  test('is tried again when a person asks', async () => {
    const { night, wakes } = await refused();
    await wakes(2);
    night.remote.onPush = () => null;
    expect(await wakes(1, { kind: 'person', goals: ['tidy'] })).toMatchObject({ endings: ['worked'] });
  });
});

describe('a draft that may not be changed now', () => {
  const WORDS = 'GH006: Protected branch update failed. Cannot change this locked branch';

  async function frozen() {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    refuseWork(night, WORDS);
    const refuse = night.remote.onPush;
    // The first push of work makes the branch; those that would change it are refused.
    night.remote.onPush = (push, refs) =>
      refs.some(({ branch, expect: known }) => branch.startsWith('wakeful/') && known !== null)
        ? refuse(push, refs)
        : null;
    return { night, wakes: watched(night) };
  }

  test('is waited for: no attempt is used, nothing is paid, nothing is red', async () => {
    const { night, wakes } = await frozen();
    expect(await wakes(1)).toEqual({ endings: ['waiting_for_draft'], asked: 4 });
    expect(await wakes(10)).toEqual({ endings: ['waiting_for_draft'], asked: 0 });
    const items = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(items.map(({ status }) => status)).toEqual(['done', 'open']);
    expect(items.map(({ attempts }) => attempts)).toEqual([1, 0]);
    expect(night.github.issues).toEqual([]);
  });

  test('is gone on with once it has been merged', async () => {
    const { night, wakes } = await frozen();
    await wakes(2);
    await night.mergeBranch(night.github.drafts[0]?.branch ?? '');
    night.github.change(1, { state: 'merged' });
    night.remote.onPush = () => null;
    expect(await wakes(1)).toMatchObject({ endings: ['worked'] });
    expect(night.github.drafts.map(({ state }) => state)).toEqual(['merged', 'open']);
  });

  test('is tried again after a day, where no rule tells', async () => {
    const { night, wakes } = await frozen();
    await wakes(2);
    night.remote.onPush = () => null;
    night.clock.advance(24 * 2 * HALF_HOUR);
    expect((await wakes(1)).endings).toEqual(['worked']);
  });
});

test.each([
  ['GH006: Protected branch update failed. Cannot change this locked branch', true, 'frozen'],
  ['This branch is in a merge queue and cannot be updated.', true, 'frozen'],
  ['GH013: Cannot update this protected ref.', true, 'frozen'],
  ['GH013: Cannot update this protected ref.', false, 'rule'],
  [RULE, true, 'rule'],
  ['pre-receive hook declined: the message names no issue', false, 'rule'],
  ['GH013: Push cannot contain secrets', false, null],
  ['refusing to allow a GitHub App to create or update workflow `.github/workflows/a.yml`', false, null],
  ['GH001: Large files detected.', false, null],
])('%j, of a branch that is there: %s, is %s', (words, isThere, kind) => {
  expect(refusalKind(words, isThere)).toBe(kind);
});

describe('a rule that surely refuses the branch', () => {
  const named = { operator: 'starts_with', pattern: 'feature/', isNegated: false };
  const RULES = [{ type: 'branch_name_pattern', pattern: named }];

  test('is named before a model is asked, raises one alert, and is remembered until the rules change', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.binding = RULES;
    const wakes = watched(night);
    expect(await wakes(20)).toEqual({ endings: ['forbidden'], asked: 0 });
    expect(night.github.issues.map(({ state }) => state)).toEqual(['open']);
    expect(night.github.issues[0]?.body).toMatch(/branch\\?_name\\?_pattern.*has to start with/);
    expect([...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'))).toEqual([]);
    Object.assign(night.github, { binding: [], rules: '[1]' });
    expect(await wakes(1)).toMatchObject({ endings: ['worked'] });
    expect(night.github.drafts).toHaveLength(1);
  });

  test('keeps no goal from working that opens no drafts', async () => {
    const looks = 'schedule: {every: 6h}\nalways: true\npermissions: {effects: [open_issue]}\n';
    const night = await Night.begin({ goals: { tidy: looks } });
    night.github.binding = RULES;
    const { endings, asked } = await watched(night)(1);
    expect([endings.includes('forbidden'), asked > 0]).toEqual([false, true]);
  });

  test('that cannot be read keeps nothing from being done', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_, name) => (name === 'bindingRules' ? 'error_before' : null);
    expect((await watched(night)(1)).endings).toEqual(['worked']);
  });
});
