import { LLMock } from '@copilotkit/aimock';
import { describe, expect, it } from 'vitest';
import { createOpenAiModels } from '../../../src/adapters/openai-model.ts';
import { Halt } from '../../../src/core/ending.ts';
import { someIssues } from '../../../src/simulation/world/memory-issues.ts';
import { MemoryWorkTree } from '../../support/memory/memory-work-tree.ts';
import { calls, completion } from '../../support/model-server.ts';
import {
  BOUNDARY,
  type goalWith,
  KNOWN_SECRET,
  LIMITS,
  PERMISSIONS,
  play,
  TestClock,
  testSandbox,
} from './bench.ts';

const FINISH = calls(['finish', { summary: 'Done.' }]);
const WRITE = ['write_file', { path: 'docs/index.md', text: '# Index\n\n- a\n' }] as const;

describe('a plain item', () => {
  it('ends as worked when the model has changed something and finishes', async () => {
    const { pursuit, tree, meter, requests } = await play({
      files: { 'docs/a.md': '# A\n' },
      replies: [
        calls(['list_files', { pattern: 'docs/**' }]),
        calls(['read_file', { path: 'docs/a.md' }]),
        calls(WRITE),
        FINISH,
      ],
    });
    expect(pursuit).toMatchObject({ ending: 'worked', summary: 'Done.', checks: [], effects: [] });
    expect(pursuit.detail).toBe('The model finished; the goal names no checks.');
    expect(tree.text('docs/index.md')).toBe('# Index\n\n- a\n');
    expect(meter.spent).toEqual({ tokens: 4 * 120, usdMicros: 0, calls: 4 });
    expect(requests).toHaveLength(4);
  });

  it('ends as no_change when the model finishes without having changed anything', async () => {
    expect((await play({ replies: [FINISH] })).pursuit).toMatchObject({
      ending: 'no_change',
      summary: 'Done.',
    });
  });

  it('ends as no_change when what was changed was changed back', async () => {
    const files = { 'docs/a.md': 'one\n' };
    const edit = (old: string, next: string) => calls(['edit_file', { path: 'docs/a.md', old, new: next }]);
    expect(
      (await play({ files, replies: [edit('one', 'two'), edit('two', 'one'), FINISH] })).pursuit.ending,
    ).toBe('no_change');
  });

  it('ends as worked when an earlier attempt has left its work', async () => {
    const tree = new MemoryWorkTree({}, { 'docs/a.md': 'half\n' });
    const { pursuit } = await play({ tree, assignment: { isContinued: true }, replies: [FINISH] });
    expect(pursuit.ending).toBe('worked');
  });

  it('ends as no_change when another item has left its work and this one changes nothing', async () => {
    const tree = new MemoryWorkTree({}, { 'docs/a.md': 'other\n' });
    expect((await play({ tree, replies: [FINISH] })).pursuit.ending).toBe('no_change');
  });

  it('ends as gave_up with the reason of the model, and keeps what was changed', async () => {
    const { pursuit, tree } = await play({
      replies: [calls(WRITE), calls(['give_up', { reason: 'The page is missing.' }])],
    });
    expect(pursuit).toMatchObject({ ending: 'gave_up', detail: 'The page is missing.' });
    expect(tree.changedPaths()).toEqual(['docs/index.md']);
  });

  it('runs several calls of one answer in their order, and none after finish', async () => {
    const after = ['write_file', { path: 'docs/late.md', text: 'x' }] as const;
    const { tree, pursuit } = await play({
      replies: [calls(WRITE, ['finish', { summary: 'Both.' }], after)],
    });
    expect(pursuit.summary).toBe('Both.');
    expect(tree.changedPaths()).toEqual(['docs/index.md']);
  });

  it('runs no more than 32 calls of one answer, and says so', async () => {
    const many = Array.from({ length: 40 }, (_, n) => ['note', { text: `n${n}` }] as const);
    const { told, requests } = await play({ replies: [calls(...many), FINISH] });
    expect(told.at(-1)).toContain('first 32 calls');
    expect(requests[1]?.body.messages.filter(({ role }) => role === 'tool')).toHaveLength(32);
  });

  it('only ever appends messages, and answers every call', async () => {
    const { requests } = await play({
      files: { 'docs/a.md': 'x\n' },
      replies: [
        calls(['list_files', {}], ['read_file', { path: 'docs/a.md' }]),
        calls(['search', { pattern: 'x' }]),
        completion({ content: 'Hm.' }),
        FINISH,
      ],
    });
    for (const [n, { body }] of requests.entries()) {
      const next = requests[n + 1]?.body.messages ?? body.messages;
      expect(next.slice(0, body.messages.length)).toEqual(body.messages);
    }
    const messages = requests.at(-1)?.body.messages ?? [];
    const asked = messages.flatMap(({ tool_calls }) => tool_calls ?? []).map(({ id }) => id);
    expect(messages.filter(({ role }) => role === 'tool').map(({ tool_call_id }) => tool_call_id)).toEqual(
      asked,
    );
  });

  it('works the same with an independent stand-in of the protocol', async () => {
    const mock = new LLMock({ port: 0 });
    const hasWritten = (messages: readonly { role: string }[]) =>
      messages.some(({ role }) => role === 'tool');
    mock.on(
      { predicate: ({ messages }) => !hasWritten(messages) },
      { toolCalls: [{ name: 'write_file', arguments: JSON.stringify(WRITE[1]) }] },
    );
    mock.on(
      { predicate: ({ messages }) => hasWritten(messages) },
      { toolCalls: [{ name: 'finish', arguments: '{"summary":"Mocked."}' }] },
    );
    await mock.start();
    const model = await createOpenAiModels({ key: 'k' }).open({
      model: 'm',
      baseUrl: `${mock.url}/v1`,
      price: null,
      maxOutputTokens: 4_096,
    });
    const { pursuit } = await play({ replies: [], assignment: { model } });
    await mock.stop();
    expect(pursuit).toMatchObject({ ending: 'worked', summary: 'Mocked.' });
  });

  it('keeps notes and masks what goes out', async () => {
    const { pursuit } = await play({
      assignment: { notes: ['earlier'] },
      replies: [
        calls(['note', { text: ` found ${KNOWN_SECRET} ` }], ['note', { text: 'found [masked]' }]),
        calls(['finish', { summary: `It is ${KNOWN_SECRET}.` }]),
      ],
    });
    expect(pursuit.notes).toEqual(['found [masked]']);
    expect(pursuit.summary).toBe('It is [masked].');
  });

  it('lets nothing of the model steer a terminal or turn a text around', async () => {
    const { pursuit, reports, doings } = await play({
      replies: [
        calls(
          ['search', { pattern: 'a\u001b[2Jb' }],
          ['\u001b[31mred', {}],
          ['note', { text: 'x\u202ey\u001b[0m' }],
        ),
        calls(['give_up', { reason: `One.\n\u001b]0;title\u0007Two ${KNOWN_SECRET}.` }]),
      ],
    });
    const seen = [pursuit.detail, ...pursuit.notes, ...reports.map(({ message }) => message), ...doings].join(
      '|',
    );
    expect(seen).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(pursuit.detail).toBe('One. ]0;titleTwo [masked].');
  });

  it('a tool call changes nothing on GitHub: effects are only noted down', async () => {
    const permissions = {
      ...PERMISSIONS,
      effects: ['comment_on_issue', 'open_issue', 'label_issue'] as const,
    };
    const issues = someIssues({ title: 'T', labels: ['x'] }).view(() => {});
    const { pursuit } = await play({
      goal: { permissions },
      assignment: { issues },
      replies: [
        calls(
          ['comment_on_issue', { issue: 1, body: 'Hello' }],
          ['open_issue', { title: 'T', body: 'B' }],
          ['label_issue', { issue: 1, labels: ['x'] }],
          ['finish', { summary: 'S' }],
        ),
      ],
    });
    expect(pursuit.ending).toBe('worked');
    expect(pursuit.effects).toEqual([
      { kind: 'comment_on_issue', issue: 1, body: 'Hello' },
      { kind: 'open_issue', title: 'T', body: 'B' },
      { kind: 'label_issue', issue: 1, labels: ['x'] },
    ]);
  });
});

describe('limits', () => {
  it('end as call_limit after the last call, with the work so far', async () => {
    const { pursuit, tree, requests } = await play({
      goal: { limits: { ...LIMITS, modelCalls: 2 } },
      replies: (_, n) => calls(['write_file', { path: `docs/${n}.md`, text: 'x' }]),
    });
    expect(pursuit.ending).toBe('call_limit');
    expect(requests).toHaveLength(2);
    expect(tree.changedPaths()).toEqual(['docs/0.md', 'docs/1.md']);
  });

  it('end as budget_spent before a call whose worst case does not fit, which is then not made', async () => {
    const { pursuit, requests } = await play({ allotment: { tokens: 1_000 }, replies: [FINISH] });
    expect(pursuit.ending).toBe('budget_spent');
    expect(requests).toHaveLength(0);
  });

  it('ask of an answer no more than fits', async () => {
    const { requests } = await play({ allotment: { tokens: 9_500 }, replies: [FINISH] });
    const asked = requests[0]?.body.max_completion_tokens ?? 0;
    expect(asked).toBeGreaterThanOrEqual(256);
    expect(asked).toBeLessThan(4_096);
  });

  it('end as budget_spent when a server ignores them, with that answer paid for and used', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 150_000, total_tokens: 150_100 };
    const reply = completion(
      {
        tool_calls: [
          {
            id: 'a',
            type: 'function',
            function: { name: 'write_file', arguments: JSON.stringify(WRITE[1]) },
          },
        ],
      },
      { usage },
    );
    const { pursuit, tree, meter, reports } = await play({ replies: [reply] });
    expect(pursuit.ending).toBe('budget_spent');
    expect(meter.spent.tokens).toBe(150_100);
    expect(tree.changedPaths()).toEqual(['docs/index.md']);
    expect(reports.map(({ event }) => event)).toContain('overspent');
  });

  it('also hold for a broken answer that says what it cost', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 150_000, total_tokens: 150_100 };
    const { pursuit, meter } = await play({ replies: [{ kind: 'json', body: { choices: 'none', usage } }] });
    expect(pursuit.ending).toBe('budget_spent');
    expect(meter.spent.tokens).toBe(150_100);
  });

  it('end as time_limit when the time is over, before the next call', async () => {
    const clock = new TestClock();
    const { pursuit, requests } = await play({
      clock,
      replies: () => {
        clock.ms += 240_000;
        return calls(['note', { text: 'x' }]);
      },
    });
    expect(pursuit.ending).toBe('time_limit');
    expect(requests).toHaveLength(1);
  });

  it('are told to the model once each at 80 percent', async () => {
    const clock = new TestClock();
    const { requests, reports } = await play({
      clock,
      goal: { limits: { ...LIMITS, modelCalls: 10 } },
      replies: (_, n) => {
        if (n === 4) clock.ms = 200_000;
        return n === 9 ? FINISH : calls(['note', { text: `n${n}` }]);
      },
    });
    const notices = requests
      .at(-1)
      ?.body.messages.filter(({ role }) => role === 'tool')
      .flatMap(({ content }) => content?.split('\n\n').slice(1) ?? []);
    expect(notices).toEqual([
      '40 of 240 seconds are left. An answer took 200 seconds, and 40 are left. This may be your last call: put what is left to write into this answer, and finish (or give_up) at its end.',
      '2 of 10 model calls are left. Write what you have, note what is open, and finish soon.',
      'No model call is left after the next one. This is your last call: put what is left to write into this answer, and finish (or give_up) at its end.',
    ]);
    expect(reports.filter(({ event }) => event === 'limit_near').map(({ data }) => data?.['limit'])).toEqual([
      'time',
      'calls',
    ]);
  });

  it('of tokens and dollars are told, the next prompt counted in', async () => {
    const long = 'x'.repeat(17_000);
    const { told } = await play({
      files: { 'docs/a.md': long },
      allotment: { tokens: 20_000, usdMicros: 20_000, price: { in: 1, out: 1 } },
      replies: [calls(['read_file', { path: 'docs/a.md' }]), FINISH],
    });
    expect(told.at(-1)).toMatch(/\n\n19,880 of 20,000 tokens are left.*\$0\.0199 of \$0\.0200 are left\./);
  });
});

describe('a stop', () => {
  it.each(['stopped', 'yielded_to_person', 'time_limit', 'lease_lost', 'cancelled'] as const)(
    'comes back as %s with the work so far',
    async (ending) => {
      let asked = 0;
      const { pursuit, tree } = await play({
        deps: {
          stillAllowed: async () => {
            asked += 1;
            if (asked > 4) throw new Halt(ending, 'The reason.');
          },
        },
        replies: (_, n) => calls(['write_file', { path: `docs/${n}.md`, text: 'x' }]),
      });
      expect(pursuit).toMatchObject({ ending, detail: 'The reason.' });
      expect(tree.changedPaths()).toEqual(['docs/0.md']);
    },
  );

  it('is asked for before every model call and every tool call', async () => {
    let asked = 0;
    const stillAllowed = async () => {
      asked += 1;
    };
    await play({
      deps: { stillAllowed },
      replies: [calls(['note', { text: 'a' }], ['note', { text: 'b' }]), FINISH],
    });
    // Once at the start, for each of two model calls, for each of three tool calls.
    expect(asked).toBe(6);
  });

  it('ends a model call that is on its way, which is paid for in full', async () => {
    const abort = new AbortController();
    const { pursuit, meter } = await play({
      deps: { signal: abort.signal },
      replies: () => {
        setImmediate(() => abort.abort(new Halt('yielded_to_person', 'A person asked.')));
        return { kind: 'hang' };
      },
    });
    expect(pursuit).toMatchObject({ ending: 'yielded_to_person', detail: 'A person asked.' });
    expect(meter.spent.calls).toBe(1);
    expect(meter.spent.tokens).toBeGreaterThan(4_096);
  });

  it('whose reason nobody gave is cancelled', async () => {
    const { pursuit } = await play({ deps: { signal: AbortSignal.abort() }, replies: [] });
    expect(pursuit.ending).toBe('cancelled');
  });

  it('is heard while waiting for a busy server', async () => {
    let asked = 0;
    const stillAllowed = async () => {
      asked += 1;
      if (asked > 3) throw new Halt('stopped', 'Stop.');
    };
    const busy = {
      kind: 'json',
      status: 429,
      headers: { 'retry-after': '120' },
      body: { error: { message: 'busy' } },
    } as const;
    const { pursuit, clock } = await play({ deps: { stillAllowed }, replies: [busy] });
    expect(pursuit.ending).toBe('stopped');
    expect(clock.slept).toEqual([10_000, 10_000]);
  });

  it('does not hide a defect', async () => {
    const tree = new MemoryWorkTree({});
    tree.list = async () => {
      throw new TypeError('a defect');
    };
    await expect(play({ tree, replies: [calls(['list_files', {}])] })).rejects.toThrow('a defect');
  });
});

describe('commands', () => {
  const checks = ['npm test', 'npm run lint'];

  it('of checks run before the work counts as finished', async () => {
    const sandbox = testSandbox(() => ({ exitCode: 0, output: 'fine' }));
    const { pursuit, reports } = await play({
      goal: { checks },
      deps: { sandbox },
      replies: [calls(WRITE), FINISH],
    });
    expect(pursuit.ending).toBe('worked');
    expect(pursuit.checks.map(({ kind, command }) => `${kind} ${command}`)).toEqual([
      'passed npm test',
      'passed npm run lint',
    ]);
    expect(sandbox.ran.map(({ hosts }) => hosts)).toEqual([[], []]);
    expect(reports.filter(({ event }) => event === 'check_ran')).toHaveLength(2);
  });

  it('that fail send the model back with their masked output', async () => {
    const sandbox = testSandbox((_, n) =>
      n === 0 ? { exitCode: 1, output: `broken ${KNOWN_SECRET}` } : { exitCode: 0, output: '' },
    );
    const { pursuit, told } = await play({
      goal: { checks: ['npm test'] },
      deps: { sandbox },
      replies: [
        calls(WRITE),
        FINISH,
        calls(['edit_file', { path: 'docs/index.md', old: '- a', new: '- b' }]),
        FINISH,
      ],
    });
    expect(pursuit.ending).toBe('worked');
    expect(told.find((text) => text.startsWith('Refused: the checks'))).toBe(
      `Refused: the checks do not pass yet. \`npm test\` failed: exit code 1 after 1.0 s.\n<data-${BOUNDARY}>\nbroken [masked]\n</data-${BOUNDARY}>`,
    );
  });

  it('whose program is not found say how it can be found', async () => {
    const sandbox = testSandbox(() => ({ exitCode: 127, output: 'sh: 1: cargo: not found' }));
    const { told } = await play({
      goal: { checks: ['cargo test'] },
      deps: { sandbox },
      replies: [calls(WRITE), FINISH, calls(['give_up', { reason: 'The checks cannot run here.' }])],
    });
    expect(told.find((text) => text.startsWith('Refused: the checks'))).toContain(
      '`cargo test` failed: exit code 127 after 1.0 s: a program was not found; setup can install it, and sandbox.path in the settings names folders of programs.',
    );
  });

  it('that go on failing end as checks_failed, with the work kept', async () => {
    const sandbox = testSandbox(() => ({ exitCode: null, output: '' }));
    const { pursuit, tree } = await play({
      goal: { checks: ['npm test'] },
      deps: { sandbox },
      replies: [calls(WRITE), FINISH, FINISH, FINISH],
    });
    expect(pursuit).toMatchObject({ ending: 'checks_failed', checks: [{ kind: 'failed' }] });
    expect(tree.changedPaths()).toEqual(['docs/index.md']);
  });

  it('are not run without a sandbox, which is said once', async () => {
    const { pursuit, reports } = await play({ goal: { checks }, replies: [calls(WRITE), FINISH] });
    expect(pursuit.ending).toBe('worked');
    expect(pursuit.checks).toEqual(
      checks.map((command) => ({ kind: 'not_run', command, detail: 'There is no sandbox in this test' })),
    );
    expect(reports.filter(({ event }) => event === 'checks_not_run').map(({ message }) => message)).toEqual([
      '`npm test` and `npm run lint` did not run: There is no sandbox in this test.',
    ]);
  });

  it('of setup run first, with the network, and a failing one ends the item before the model is asked', async () => {
    const sandbox = testSandbox(() => ({ exitCode: 1, output: 'npm error\nno lockfile\n' }));
    const { pursuit, requests, tree } = await play({
      goal: { setup: ['npm ci', 'never'] },
      deps: { sandbox },
      replies: [FINISH],
    });
    expect(pursuit.ending).toBe('checks_failed');
    expect(pursuit.detail).toContain('no lockfile');
    expect(sandbox.ran.map(({ command, hosts }) => `${command} ${hosts}`)).toEqual([
      'npm ci registry.example.com',
    ]);
    expect(sandbox.ran.map(({ folder }) => folder)).toEqual([tree.untouched]);
    expect(requests).toHaveLength(0);
  });

  it('of done_when that hold already end as no_change with nothing spent', async () => {
    const sandbox = testSandbox(() => ({ exitCode: 0, output: '' }));
    const { pursuit, meter } = await play({
      goal: { doneWhen: ['a', 'b'] },
      deps: { sandbox },
      replies: [FINISH],
    });
    expect(pursuit.ending).toBe('no_change');
    expect(meter.spent).toEqual({ tokens: 0, usdMicros: 0, calls: 0 });
    expect(sandbox.ran).toHaveLength(2);
  });

  it.each([
    ['one of them does not hold', testSandbox((_, n) => ({ exitCode: n, output: '' }))],
    ['there is no sandbox', undefined],
  ])('of done_when let the model work when %s', async (_, sandbox) => {
    const { requests } = await play({
      goal: { doneWhen: ['a', 'b'] },
      ...(sandbox !== undefined && { deps: { sandbox } }),
      replies: [FINISH],
    });
    expect(requests).toHaveLength(1);
  });

  it("can be run by the model when they are the goal's own, and no others", async () => {
    const sandbox = testSandbox(() => ({ exitCode: 2, output: 'out' }));
    const { told } = await play({
      goal: { checks: ['npm test'] },
      deps: { sandbox },
      replies: [
        calls(['run_check', { command: 'npm test' }], ['run_check', { command: 'npm test; rm -rf /' }]),
        calls(['give_up', { reason: 'x' }]),
      ],
    });
    expect(told.slice(-2)).toEqual([
      `\`npm test\` failed: exit code 2 after 1.0 s.\n<data-${BOUNDARY}>\nout\n</data-${BOUNDARY}>`,
      'Refused: the arguments do not fit: command: expected "npm test", received "npm test; rm -rf /"',
    ]);
    expect(sandbox.ran).toHaveLength(1);
  });
});

describe('a draft that is too large', () => {
  it('is sent back, and ends as too_large when it stays so', async () => {
    const text = 'line\n'.repeat(600);
    const { pursuit, told } = await play({
      replies: [calls(['write_file', { path: 'docs/a.md', text }]), FINISH, FINISH, FINISH],
    });
    expect(told.at(-1)).toBe(
      'Refused: the draft changes 600 lines; at most 500 are allowed (limits.changed_lines). A line counts once for every 500 bytes.',
    );
    expect(pursuit.ending).toBe('too_large');
  });

  it('can be made smaller', async () => {
    const write = (lines: number) =>
      calls(['write_file', { path: 'docs/a.md', text: 'line\n'.repeat(lines) }]);
    expect((await play({ replies: [write(600), FINISH, write(400), FINISH] })).pursuit.ending).toBe('worked');
  });

  it('that other items have filled has no room, and nothing more is asked of the model', async () => {
    const write = (name: string) => calls(['write_file', { path: `docs/${name}.md`, text: 'x\n' }]);
    const limits = { ...LIMITS, changedFiles: 1, changedLines: 2 };
    const byFiles = await play({
      tree: new MemoryWorkTree({}, { 'docs/old.md': 'x' }),
      goal: { limits },
      replies: [write('a'), FINISH],
    });
    expect([byFiles.pursuit.ending, byFiles.requests.length]).toEqual(['too_large', 1]);
    const byLines = await play({
      tree: new MemoryWorkTree({}, { 'docs/old.md': 'x\ny\n' }),
      goal: { limits: { ...limits, changedFiles: 5 } },
      replies: [write('a'), FINISH, FINISH],
    });
    expect([byLines.pursuit.ending, byLines.requests.length]).toEqual(['too_large', 2]);
  });

  it('may not touch more files than allowed, those of earlier attempts counted in', async () => {
    const tree = new MemoryWorkTree({}, { 'docs/old.md': 'x' });
    const write = (name: string) => calls(['write_file', { path: `docs/${name}.md`, text: 'x' }]);
    const { told } = await play({
      tree,
      assignment: { isContinued: true },
      goal: { limits: { ...LIMITS, changedFiles: 2 } },
      replies: [write('a'), write('b'), write('old'), FINISH],
    });
    expect(told.filter((text) => text.startsWith('Refused') || text.startsWith('Wrote'))).toEqual([
      'Wrote docs/a.md (1 lines).',
      'Refused: this draft may change at most 2 files',
      'Wrote docs/old.md (1 lines). Nothing is different from before.',
    ]);
  });
});

describe('a runaway', () => {
  it('that repeats one call ends as no_progress', async () => {
    const { pursuit, requests } = await play({
      files: { a: 'x' },
      replies: () => calls(['read_file', { path: 'a' }]),
    });
    expect(pursuit).toMatchObject({
      ending: 'no_progress',
      detail: 'The model called read_file 3 times with the same arguments.',
    });
    expect(requests).toHaveLength(3);
  });

  it('that runs into one error again and again ends as no_progress', async () => {
    const { pursuit } = await play({
      files: { 'docs/a.md': 'x' },
      replies: (_, n) => calls(['edit_file', { path: 'docs/a.md', old: `no${n}`, new: 'y' }]),
    });
    expect(pursuit.ending).toBe('no_progress');
    expect(pursuit.detail).toContain('The same error came 6 times');
  });

  it('whose edits undo each other ends as no_progress', async () => {
    const texts = ['one', 'two', 'one', 'two', 'one'];
    const { pursuit } = await play({
      files: { 'docs/a.md': 'one' },
      replies: (_, n) =>
        calls(['edit_file', { path: 'docs/a.md', old: texts[n] ?? '', new: texts[n + 1] ?? '' }]),
    });
    expect(pursuit).toMatchObject({ ending: 'no_progress', detail: 'Edits of docs/a.md undo each other.' });
  });

  it('that fiddles with one place ends as no_progress', async () => {
    const { pursuit } = await play({
      files: { 'docs/a.md': 'v0\n' },
      replies: (_, n) => calls(['edit_file', { path: 'docs/a.md', old: `v${n}`, new: `v${n + 1}` }]),
    });
    expect(pursuit.ending).toBe('no_progress');
    expect(pursuit.detail).toContain('with nothing new read');
  });

  it('is not seen in a model that mends many small mistakes one by one', async () => {
    const lines = Array.from({ length: 8 }, (_, n) => `- [link ${n}](old-${n}.md)`);
    const { pursuit } = await play({
      files: { 'docs/a.md': lines.join('\n') },
      replies: (_, n) =>
        n === 8
          ? FINISH
          : calls(['edit_file', { path: 'docs/a.md', old: `old-${n}.md`, new: `new-${n}.md` }]),
    });
    expect(pursuit.ending).toBe('worked');
  });
});

it('a goal without permissions.write is offered no tool that changes a file, and none that it does not permit', async () => {
  const names = async (goal: Parameters<typeof goalWith>[0]) =>
    (await play({ goal: goal ?? {}, replies: [FINISH] })).requests[0]?.body.tools?.map(
      (tool) => tool.function.name,
    );
  const always = ['list_files', 'read_file', 'search', 'note', 'finish', 'give_up'];
  expect(await names({ permissions: { ...PERMISSIONS, effects: [] } })).toEqual(always);
  expect(await names({ permissions: { ...PERMISSIONS, write: [] } })).toEqual(always);
  expect(await names({})).toEqual(expect.arrayContaining(['write_file', 'edit_file', 'delete_file']));
  expect(await names({ checks: ['x'] })).toContain('run_check');
});
