import { describe, expect, test } from 'vitest';
import { createMask } from '../../../src/core/access/mask.ts';
import { Halt } from '../../../src/core/ending.ts';
import { Journal } from '../../../src/ledger/journal.ts';
import type { ModelAnswer } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { ManualClock } from '../../support/memory/manual-clock.ts';
import { Night, type NightOptions, PLAIN, STATE, type WakeOptions } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { shownBy, writtenBy } from '../../support/memory/written.ts';

const KEY = 'pk/7Qe+41zzWq-9Lm0_vXw2RtYb';
const SECRETS = {
  'the key of the order': KEY,
  'a token of a known shape': `ghp_${'a1B2c3D4e5'.repeat(4)}`,
  'what a pattern of the settings finds': 'corp-123456',
};
const SETTINGS = "secret_patterns: ['corp-\\d{6}']\n";

/** One file in two steps, so that only the whole change shows the secret. */
const pieces =
  (secret: string): Behaviour =>
  ({ turn }) => {
    if (turn === 0) return [['write_file', { path: 'docs/index.md', text: `${secret.slice(0, 5)}\n` }]];
    if (turn === 1) return [['edit_file', { path: 'docs/index.md', old: secret.slice(0, 5), new: secret }]];
    return [['finish', { summary: 'Done.' }]];
  };

const after =
  (...first: readonly (readonly [string, Record<string, unknown>])[]): Behaviour =>
  ({ turn }) => {
    const next = first[turn];
    if (next !== undefined) return [next];
    if (turn === first.length) return [['write_file', { path: 'docs/index.md', text: 'Index\n' }]];
    return [['finish', { summary: 'Done.' }]];
  };

const fault = (detail: string): ModelAnswer => ({
  kind: 'fault',
  fault: 'server_error',
  isCharged: false,
  retryAfter: null,
  detail,
});

/** Where the model, the server or a person may put a secret. */
const PLACES: Readonly<Record<string, (secret: string) => Behaviour>> = {
  'the text of a file': (secret) => after(['write_file', { path: 'docs/x.md', text: `${secret}\n` }]),
  'a file made in pieces': pieces,
  'the name of a file': (secret) => after(['write_file', { path: `docs/${secret}.md`, text: 'Text\n' }]),
  'a name that is refused': (secret) => after(['write_file', { path: `src/${secret}.md`, text: 'Text\n' }]),
  'a note': (secret) => after(['note', { text: `I found ${secret} here` }]),
  'the summary':
    (secret) =>
    ({ turn }) =>
      turn === 0
        ? [['write_file', { path: 'docs/index.md', text: 'Index\n' }]]
        : [['finish', { summary: `Closes the leak of ${secret}.` }]],
  'the reason to give up': (secret) => () => [['give_up', { reason: `${secret} is in the way` }]],
  'what a search looks for': (secret) => after(['search', { query: secret }], ['search', { text: secret }]),
  'the name of a tool': (secret) => after([secret, {}]),
  'a tool name that is cut': (secret) => after([`${'x'.repeat(40)}${secret}${'y'.repeat(60)}`, {}]),
  'a refusal by the model': (secret) => () => ({
    ...answerOf(`${'I will not. '.repeat(40)}${secret}`),
    finish: 'refusal',
  }),
  'an error of the model server': (secret) => () => fault(`Incorrect API key provided: ${secret}`),
  'an error of the model server that is cut': (secret) => () =>
    fault(`Incorrect API key provided: ${secret.slice(0, -3)}`),
  'a defect': (secret) => () => {
    throw new Error(`cannot use ${secret}`);
  },
};

function answerOf(content: string): Extract<ModelAnswer, { kind: 'answer' }> {
  return { kind: 'answer', content, toolCalls: [], finish: 'stop', usage: { tokensIn: 10, tokensOut: 10 } };
}

async function nightOf(behave: Behaviour, options: Partial<NightOptions> = {}, wake: WakeOptions = {}) {
  const night = await Night.begin({ goals: { tidy: PLAIN }, settings: SETTINGS, ...options });
  const wakes = [];
  for (let n = 0; n < 4; n++) {
    wakes.push(
      await night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)), secrets: [KEY], ...wake }),
    );
    night.clock.advance(1_800_000);
  }
  return { night, wakes, all: [writtenBy(night), ...wakes.map(shownBy)].join('\n') };
}

/** A cut value must not be there either. */
function holds(all: string, secret: string): boolean {
  return (
    all.includes(secret) ||
    all.includes(JSON.stringify(secret).slice(1, -1)) ||
    all.includes(secret.slice(0, 16))
  );
}

describe.each(Object.entries(SECRETS))('I13: %s is never written or shown', (name, secret) => {
  test.each(Object.entries(PLACES))('when it is in %s', async (place, behaviour) => {
    if (place.includes('cut') && name !== 'the key of the order') return;
    const { all, night } = await nightOf(behaviour(secret));
    expect(night.log().length).toBeGreaterThan(3);
    expect(holds(all, secret), place).toBe(false);
  });

  test('when it is in words of others: titles, lists, commit subjects, errors of GitHub and of git', async () => {
    const goals = {
      list: `${PLAIN}for_each: {list: ["about ${secret}"], drafts: per_item}\n`,
      commits: `${PLAIN}for_each: {commits: true, drafts: per_item}\nlimits: {open_drafts: 3}\n`,
      files: `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 3}\n`,
    };
    const night = await Night.begin({
      goals,
      settings: `${SETTINGS}open_drafts: 9\n`,
      files: { 'docs/plain.md': 'A\n' },
    });
    const odd = `docs/${secret.replaceAll('/', '')}.md`;
    await night.remote.commit({
      branch: 'main',
      message: `Rotate ${secret}`,
      files: { [odd]: 'B\n' },
      time: night.clock.now() - 60_000,
    });
    night.github.outage = new Halt('github_unavailable', `https://x:${secret}@github.example refused`);
    night.github.onCall = (call) => (call === 2 ? 'error_before' : null);
    const wakes = [];
    for (let n = 0; n < 4; n++) {
      wakes.push(
        await night.wake({ model: modelOf(oneFileEach, () => night.clock.advance(1_000)), secrets: [KEY] }),
      );
      night.clock.advance(1_800_000);
    }
    expect(night.github.drafts.length).toBeGreaterThan(2);
    const all = [writtenBy(night), ...wakes.map(shownBy)].join('\n');
    expect(holds(all, secret)).toBe(false);
    expect(all.includes(secret.toLowerCase().replace(/[^a-z0-9]+/g, '-')), 'not as a part of a branch').toBe(
      false,
    );
  });

  test('when it is in what stops the wake before it has read anything', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.remote.onFetch = () => {
      throw new Halt('github_unavailable', `git fetch https://x:${KEY}@github.example failed`);
    };
    const wake = await night.wake({ secrets: [KEY] });
    expect(wake.result.ending).toBe('github_unavailable');
    expect(shownBy(wake)).not.toContain(KEY);
    const stopped = await night.wake({ secrets: [KEY], stop: `no ${KEY}` });
    expect(shownBy(stopped)).not.toContain(KEY);
  });
});

describe('I13: a secret that Markdown spells in other characters', () => {
  const asRead = (text: string) =>
    text
      .replaceAll(/\\|[\u200b\u2060]/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');

  test.each(['pk*7Qe_+41zzWq*9Lm0_vXw2', 'pk<7Qe&41[zz]Wq`9Lm0@vXw2', 'pk#7Qe|41~zz~Wq!9Lm0:vXw2'])(
    '%s is not in a draft, an alert, the log or the status page, although the goal file names it',
    async (secret) => {
      const words = JSON.stringify(`All about ${secret}`);
      const night = await Night.begin({ goals: {} });
      await night.commit({
        'goals/tidy.yml': `title: ${words}\nobjective: ${words}\n${PLAIN}`,
        'goals/stuck.yml': `title: ${words}\nobjective: Go.\n${PLAIN}limits: {attempts: 1}\n`,
        'goals/bad.yml': `${words}: 1\n`,
      });
      const behave: Behaviour = (facts) =>
        JSON.stringify(facts.question.messages).includes('Go.')
          ? [['give_up', { reason: `${secret} is in the way` }]]
          : diligent(facts);
      const model = modelOf(behave, () => night.clock.advance(1_000));
      const wakes = [await night.wake({ secrets: [secret], model })];
      wakes.push(await night.wake({ secrets: [secret], model }));
      expect(night.github.drafts).toHaveLength(1);
      expect(night.github.issues.length).toBeGreaterThan(1);
      expect(night.remote.text(STATE, 'README.md')).toContain('All about');
      expect(asRead([writtenBy(night), ...wakes.map(shownBy)].join('\n'))).not.toContain(asRead(secret));
    },
  );
});

let files = 0;
const oneFileEach: Behaviour = ({ item, turn }) => {
  if (turn === 0) return [['write_file', { path: `docs/out-${++files}.md`, text: 'Looked after\n' }]];
  return [['finish', { summary: `Looked after ${item}.` }]];
};

describe('I13: a change that holds a secret', () => {
  const token = SECRETS['a token of a known shape'];
  /** The gate lets it pass, because the file held a secret of that kind already. */
  const second: Behaviour = ({ turn, item }) => {
    if (item.endsWith('b.md'))
      return turn === 0
        ? [['edit_file', { path: 'docs/b.md', old: 'B', new: 'New' }]]
        : [['finish', { summary: 'Done.' }]];
    if (turn === 0)
      return [['edit_file', { path: 'docs/a.md', old: 'END', new: `ghp_${'z9Y8x7W6v5'.repeat(4)}` }]];
    return [['finish', { summary: 'Done.' }]];
  };
  const files = { 'docs/a.md': `${token}\nEND\n`, 'docs/b.md': 'B\n' };

  test('ends its item as secret_found, pushes nothing of it, and stops no other item', async () => {
    const goals = { tidy: `${PLAIN}for_each: {files: "docs/*.md"}\n` };
    const night = await Night.begin({ goals, files });
    const { result, lines } = await night.wake({ model: modelOf(second) });
    expect(result.ending).toBe('secret_found');
    expect(writtenBy(night)).not.toContain('z9Y8x7W6v5');
    const items = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(items.map((item) => [item.ending, item.draft !== null])).toEqual([
      ['secret_found', false],
      ['worked', true],
    ]);
    expect(lines.filter((line) => line.event === 'secret_found')).toHaveLength(1);
    expect(night.github.issues.map((issue) => issue.title)).toEqual([
      'Wakeful: tidy refused a change that held a secret',
    ]);
  });

  test('is found behind a patch that was cut, also where characters take many bytes', async () => {
    const long = `${'語'.repeat(60)}\n`.repeat(1_500);
    const behave: Behaviour = ({ turn }) => {
      if (turn === 0) return [['write_file', { path: 'docs/a-long.md', text: long }]];
      if (turn === 1)
        return [['edit_file', { path: 'docs/a.md', old: 'END', new: `ghp_${'z9Y8x7W6v5'.repeat(4)}` }]];
      return [['finish', { summary: 'Done.' }]];
    };
    const goals = {
      tidy: `${PLAIN}limits: {changed_lines: 2000, tokens: 3000000, tokens_per_day: 3000000}\n`,
    };
    const night = await Night.begin({
      goals,
      files,
      settings:
        'bounds: {changed_lines: 5000, tokens: 3000000, tokens_per_day: 3000000}\nbudget: {tokens_per_day: 3000000, tokens_per_month: 3000000}\n',
    });
    const { result } = await night.wake({ model: modelOf(behave) });
    expect(result.ending).toBe('secret_found');
    expect(writtenBy(night)).not.toContain('z9Y8x7W6v5');
  });
});

test('I1: a secret pattern that fits commit ids changes nothing that the program finds things again by', async () => {
  const settings = "secret_patterns: ['[0-9a-f]{40}', '[0-9a-f]{32}', 'wake-\\d', 'worked', 'window@']\n";
  const night = await Night.begin({ goals: { tidy: PLAIN, draft: PLAIN }, settings });
  const first = await night.wake();
  expect(first.result.goals.map((goal) => goal.ending)).toEqual(['worked', 'worked']);
  expect(first.pushes).toBe(5);
  night.clock.advance(1_800_000);
  const idle = await night.wake();
  expect([idle.result.ending, idle.pushes]).toEqual(['nothing_due', 0]);
  const { tidy } = night.state().checkpoints;
  const [draft] = Object.values(tidy?.drafts ?? {});
  expect(night.remote.branches.get(draft?.branch ?? '')).toBe(draft?.tip);
});

test('I13: parts of a line that are a secret only once they stand side by side are masked', () => {
  const lines: unknown[] = [];
  const journal = new Journal(
    {
      clock: new ManualClock(0),
      log: { line: (line) => lines.push(line), progress: () => {} },
      mask: createMask({ values: [], patterns: [] }),
    },
    'w1',
  );
  const path = 'a1B2c3D4e5F6g7H8i9J0';
  journal.write({ event: 'tool_refused', tool: 'Bearer', path, reason: 'there is no such tool' });
  const [line] = journal.waiting;
  expect(line?.message).toBe('Refused Bearer [masked]: there is no such tool.');
  expect(lines).toEqual([line]);
});
