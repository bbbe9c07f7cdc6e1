import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night } from '../../support/memory/night.ts';

const HOUR = 3_600_000;
const SECRET = 'sk-secret-value-123456';
const REPORTS = 'schedule: {every: 6h}\nalways: true\npermissions: {effects: [report_findings]}\n';
const BUG = { path: 'src/a.js', line: 3, text: 'The error is swallowed.' };

type Found = readonly Readonly<Record<string, unknown>>[];

function reporting(findings: Found): Behaviour {
  return () => [['finish', { summary: 'Looked at everything.', findings }]];
}

async function wakeWith(night: Night, behave: Behaviour, secrets: readonly string[] = []) {
  const woken = await night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)), secrets });
  night.clock.advance(6 * HOUR);
  return woken;
}

function issues(night: Night) {
  return night.github.issues.map(({ title, state, body }) => ({ title, state, body }));
}

describe('findings of a goal that changes no file', () => {
  test('are one issue, updated in place and closed when there are none', async () => {
    const night = await Night.begin({ goals: { look: REPORTS } });
    const first = await wakeWith(night, reporting([BUG]));
    expect(first.result).toMatchObject({ ending: 'worked' });
    expect(issues(night)).toMatchObject([
      { title: 'Wakeful: look has found something that needs you', state: 'open' },
    ]);
    expect(issues(night)[0]?.body).toContain('src/a.js, line 3: The error is swallowed.');
    await wakeWith(night, reporting([BUG, { text: 'Two pages say the same.' }]));
    expect(issues(night)).toHaveLength(1);
    expect(issues(night)[0]?.body).toContain('Two pages say the same.');
    await wakeWith(night, reporting([]));
    expect(issues(night).map(({ state }) => state)).toEqual(['closed']);
  });

  test('are told by the log, the status page and the checkpoint, and by no issue where the goal may open none', async () => {
    const night = await Night.begin({ goals: { look: REPORTS.replace('report_findings', '') } });
    await wakeWith(night, reporting([BUG]));
    expect(night.github.issues).toEqual([]);
    const line = night.log().find(({ event }) => event === 'item_ended');
    expect(line?.message).toContain('It reports 1 finding: src/a.js, line 3: The error is swallowed.');
    expect(line?.data?.['findings']).toEqual([BUG]);
    expect(JSON.stringify(night.state().checkpoints['look'])).toContain('The error is swallowed.');
    expect(night.remote.text('wakeful-state', 'README.md')).toContain('The error is swallowed');
  });

  test('of a task that could not be done are told all the same, once no further attempt will be made', async () => {
    const night = await Night.begin({ goals: { look: `${REPORTS}limits: {attempts: 2}\n` } });
    const helpless: Behaviour = () => [['give_up', { reason: 'The table is not here.', findings: [BUG] }]];
    await wakeWith(night, helpless);
    const line = night.log().find(({ event }) => event === 'item_failed');
    expect(line?.message).toContain('It reports 1 finding: src/a.js, line 3: The error is swallowed.');
    const found = () => issues(night).filter(({ title }) => title.includes('has found something'));
    expect(found()).toEqual([]);
    await wakeWith(night, helpless);
    expect(found()[0]?.body).toContain('src/a.js, line 3: The error is swallowed.');
  });

  test('are words of a model: masked, cut and without effect', async () => {
    const night = await Night.begin({ goals: { look: REPORTS } });
    const text = `@octocat ${SECRET} <img src=x> closes #1 \u202e ${'x'.repeat(900)}`;
    await wakeWith(night, reporting([{ path: `${SECRET}/a\nb`, line: 1, text }]), [SECRET]);
    const body = issues(night)[0]?.body ?? '';
    const all = body + JSON.stringify(night.state()) + JSON.stringify(night.log());
    expect(all).not.toContain(SECRET);
    expect(body).not.toMatch(/<img|@octocat|closes #1|\u202e/);
    expect(body.length).toBeLessThan(3_000);
  });

  test('are at most twenty of a task, and the model reads so', async () => {
    const night = await Night.begin({ goals: { look: REPORTS } });
    const many = Array.from({ length: 21 }, (_, n) => ({ text: `Finding ${n}.` }));
    let read = '';
    await wakeWith(night, ({ turn, question }) => {
      read += question.messages.at(-1)?.content ?? '';
      return [['finish', { summary: 'Done.', findings: turn === 0 ? many : many.slice(0, 20) }]];
    });
    expect(read).toContain('findings');
    expect(night.state().checkpoints['look']?.items).toMatchObject({});
    expect(JSON.stringify(night.state().checkpoints['look']).match(/Finding \d+/g)).toHaveLength(20);
  });

  test('stay of a file until it has a new version or is gone', async () => {
    const goal = `${REPORTS}for_each: {files: "docs/*.md"}\n`;
    const files = { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n' };
    const night = await Night.begin({ goals: { look: goal }, files });
    const behave: Behaviour = ({ item }) => [
      ['finish', { summary: 'Looked.', findings: [{ path: item, text: `${item} is odd.` }] }],
    ];
    await wakeWith(night, behave);
    expect(issues(night)[0]?.body).toMatch(/docs\/a\.md is odd.*docs\/b\.md is odd/s);
    await night.commit({ 'docs/a.md': 'A better\n', 'docs/b.md': null });
    await wakeWith(night, reporting([]));
    expect(issues(night).map(({ state }) => state)).toEqual(['closed']);
  });
});
