import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/core/progress/check-report.ts';
import { calls, completion, type Reply } from '../../support/model-server.ts';
import { LIMITS, play, TestClock, testSandbox } from './bench.ts';

const FINISH = calls(['finish', { summary: 'The colour is blue now.' }]);
const EDIT = ['edit_file', { path: 'docs/a.md', old: 'red', new: 'blue' }] as const;
const MISS = ['edit_file', { path: 'docs/a.md', old: 'The color is red.', new: 'x' }] as const;
const files = { 'docs/a.md': 'The colour is red.\n' };

function refusing(status: number, message: string, code: string | null = null): Reply {
  return {
    kind: 'json',
    status,
    body: { error: { message, type: 'invalid_request_error', param: null, code } },
  };
}

function withUsage(reply: Reply, usage: unknown): Reply {
  if (reply.kind !== 'json') throw new Error('a reply without a body');
  return { ...reply, body: { ...(reply.body as object), usage } };
}

describe('a model that finishes after a change that missed', () => {
  it('is told once that nothing has changed, and its words stay', async () => {
    const { pursuit, told } = await play({ files, replies: [calls(MISS), FINISH, FINISH] });
    expect(told.filter((text) => text.includes('nothing has changed: your last change failed'))).toHaveLength(
      1,
    );
    expect(pursuit.ending).toBe('no_progress');
    expect(pursuit.summary).toBe('The colour is blue now.');
  });

  it('is asked where other changes are there, and then believed', async () => {
    const { pursuit, told } = await play({
      files: { ...files, 'docs/b.md': 'red\n' },
      replies: [
        calls(EDIT),
        calls(['edit_file', { path: 'docs/b.md', old: 'rot', new: 'x' }]),
        FINISH,
        FINISH,
      ],
    });
    expect(told.filter((text) => text.includes('and none has followed it'))).toHaveLength(1);
    expect(pursuit.ending).toBe('worked');
  });

  it('is not asked where the change was made in the end', async () => {
    const { pursuit, requests } = await play({ files, replies: [calls(MISS), calls(EDIT), FINISH] });
    expect(pursuit.ending).toBe('worked');
    expect(requests).toHaveLength(3);
  });
});

describe('an ending names its cause', () => {
  it('where the server took the time', async () => {
    const clock = new TestClock();
    const { pursuit } = await play({
      clock,
      replies: () => {
        clock.ms += 130_000;
        return calls(['note', { text: 'x' }]);
      },
    });
    expect(pursuit.ending).toBe('time_limit');
    expect(pursuit.detail).toContain(
      'The model server took 260 seconds of it, up to 130 seconds for one answer.',
    );
  });

  it('and not where the commands took it', async () => {
    const clock = new TestClock();
    const { pursuit } = await play({
      clock,
      goal: { checks: ['npm test'] },
      replies: [calls(['run_check', { command: 'npm test' }])],
      deps: {
        sandbox: testSandbox(() => {
          clock.ms += 240_000;
          return { exitCode: 0, output: '' };
        }),
      },
    });
    expect(pursuit.ending).toBe('time_limit');
    expect(pursuit.detail).not.toContain('model server');
  });

  it('where the server does not count', async () => {
    const { pursuit } = await play({
      allotment: { tokens: 20_000 },
      replies: (_, n) => withUsage(calls(['note', { text: `n${n}` }]), undefined),
    });
    expect(pursuit.ending).toBe('budget_spent');
    expect(pursuit.detail).toMatch(/did not say how many tokens \d of \d calls took/);
  });

  it('where all of an answer is thinking', async () => {
    const cut = completion({ content: '' }, { finish: 'length' });
    const usage = {
      ...{ prompt_tokens: 100, completion_tokens: 4_096 },
      completion_tokens_details: { reasoning_tokens: 4_096 },
    };
    const { pursuit, told } = await play({ replies: () => withUsage(cut, usage) });
    expect(pursuit.detail).toContain('4,096 of its 4,096 tokens were thinking; raise max_output_tokens');
    expect(told.at(-1)).toContain('Think less before you call a tool.');
  });

  it('where the model calls no tools at all', async () => {
    const { pursuit } = await play({ replies: () => completion({ content: 'I would edit docs/a.md.' }) });
    expect(pursuit.ending).toBe('no_progress');
    expect(pursuit.detail).toMatch(/^The model has called no tool in 3 answers, only written text\./);
    expect(pursuit.detail).toContain('doctor --model');
  });

  it('but not that, where it has called one before', async () => {
    const text = completion({ content: 'Done, I think.' });
    const { pursuit } = await play({ replies: [calls(['note', { text: 'x' }]), text, text, text] });
    expect(pursuit.detail).toMatch(/^The model's answer called no tool, the last of 3 in a row/);
  });

  it.each([
    [
      402,
      'This request requires more credits, or fewer max_tokens.',
      null,
      'The credit at the model server is used up',
    ],
    [
      429,
      'You exceeded your current quota, please check your plan and billing.',
      'insufficient_quota',
      'The credit at',
    ],
    [404, 'The model `m` has been deprecated', 'model_not_found', 'does not have the model of the settings'],
    [400, 'm is not a valid model ID', null, 'does not have the model of the settings'],
  ])('of status %i: %s', async (status, message, code, words) => {
    const { pursuit, meter } = await play({ replies: () => refusing(status, message, code) });
    expect(pursuit.ending).toBe('model_unavailable');
    expect(pursuit.detail).toContain(words);
    expect(meter.spent.tokens).toBe(0);
  });

  it('of a wait that nobody asked for', async () => {
    const { pursuit } = await play({ seconds: 2, replies: () => refusing(429, 'too fast') });
    expect(pursuit.detail).toMatch(/^The model server has failed \d times in a row, and only \d s are left/);
  });
});

it('a smaller answer that the credit pays for is asked once, and a status is no number of tokens', async () => {
  const message = 'This request requires more credits, or fewer max_tokens. You can only afford 1234.';
  const { requests } = await play({ replies: () => refusing(402, message) });
  expect(requests.map(({ body }) => body.max_completion_tokens)).toEqual([4_096, 1_234]);
});

describe('what the first message tells', () => {
  it('is the number of the attempt, the end of the last one, and what is changed already', async () => {
    const { told } = await play({
      files: { ...files },
      assignment: {
        attempt: { number: 2, most: 3, last: { ending: 'checks_failed', detail: '`npm test` failed.' } },
      },
      replies: [calls(['give_up', { reason: 'x' }])],
    });
    expect(told[1]).toContain('\nThis is attempt 2 of 3.\n');
    expect(told[1]).toMatch(
      /\nThe last attempt ended as checks_failed: <data-\w+>`npm test` failed\.<\/data-/,
    );
  });

  it('is the goal’s own commands, which are a choice in run_check', async () => {
    const { told, requests } = await play({
      goal: { checks: ['npm test', 'npm run lint'], doneWhen: ['npm run done'] },
      deps: { sandbox: testSandbox(() => ({ exitCode: 1, output: '' })) },
      replies: [calls(['give_up', { reason: 'x' }])],
    });
    expect(told[1]).toContain('\nChecks, which must pass when you finish: npm test | npm run lint\n');
    expect(told[1]).toContain('\nDone when these pass: npm run done\n');
    const tools = JSON.stringify(requests[0]?.body.tools);
    expect(tools).toContain('"enum":["npm test","npm run lint","npm run done"]');
  });
});

describe('the last call', () => {
  it('is told before it, by calls', async () => {
    const { told } = await play({
      goal: { limits: { ...LIMITS, modelCalls: 3 } },
      replies: (_, n) => calls(['note', { text: `n${n}` }]),
    });
    expect(told.at(-1)).toContain('No model call is left after the next one. This is your last call');
  });

  it('is told before it, by tokens and by dollars', async () => {
    for (const allotment of [
      { tokens: 12_500 },
      { tokens: 900_000, usdMicros: 12_500, price: { in: 1, out: 1 } },
    ]) {
      const { told } = await play({
        allotment,
        replies: (_, n) =>
          withUsage(calls(['note', { text: `n${n}` }]), { prompt_tokens: 4_000, completion_tokens: 1_000 }),
      });
      expect(told.join('\n')).toContain('may suffice for one more call only. This may be your last call');
    }
  });
});

describe('a check that passes in the end', () => {
  const RUN = calls(['run_check', { command: 'npm test' }]);
  const write = (text: string) => calls(['write_file', { path: 'docs/a.md', text }]);

  function sandbox(...codes: readonly number[]) {
    return testSandbox((_, n) => ({ exitCode: codes[n] ?? 0, output: '' }));
  }

  it.each([
    ['before anything was changed', [RUN, write('a'), FINISH], [1, 0], '; failed before, without any change'],
    [
      'with the change as it was',
      [write('a'), FINISH, write('b'), FINISH],
      [1, 0],
      '; failed before, with earlier changes',
    ],
    ['never', [RUN, write('a'), FINISH], [0, 0], ''],
  ] as const)('is told with when it failed: %s', async (_, replies, codes, words) => {
    const { pursuit } = await play({
      replies,
      goal: { checks: ['npm test'] },
      deps: { sandbox: sandbox(...codes) },
    });
    expect(pursuit.ending).toBe('worked');
    expect(pursuit.checks.map(checkSentence)).toEqual([
      `\`npm test\` passed: exit code 0 after 1.0 s${words}.`,
    ]);
  });
});

describe('an unchanged tree', () => {
  const RUN = calls(['run_check', { command: 'npm test' }]);
  const write = (text: string) => calls(['write_file', { path: 'docs/a.md', text }]);

  it.each([
    ['after the model has run the check itself', [write('a'), RUN, FINISH], [0], 1],
    [
      'when the model finishes a second time with nothing mended',
      [write('a'), FINISH, FINISH, FINISH],
      [1],
      1,
    ],
    ['when the model runs the same check twice', [write('a'), RUN, RUN, FINISH], [0], 1],
    ['but anew after a change', [write('a'), RUN, write('b'), FINISH], [0, 0], 2],
  ] as const)('is not checked twice: %s', async (_, replies, codes, times) => {
    const sandbox = testSandbox((__, n) => ({ exitCode: codes[n] ?? 0, output: 'said' }));
    const { pursuit } = await play({ replies, goal: { checks: ['npm test'] }, deps: { sandbox } });
    expect(sandbox.ran).toHaveLength(times);
    expect(pursuit.checks).toHaveLength(1);
  });
});

describe('a result', () => {
  it.each(['read_file', 'search'])(
    'of %s is cut before it makes the next call unaffordable',
    async (tool) => {
      const long = Array.from({ length: 390 }, (_, n) => `line ${n} ${'x'.repeat(50)}`).join('\n');
      const { told, pursuit } = await play({
        files: { 'docs/long.md': long },
        allotment: { tokens: 16_000 },
        replies: [
          calls([tool, tool === 'read_file' ? { path: 'docs/long.md' } : { pattern: 'line' }]),
          calls(['write_file', { path: 'docs/a.md', text: 'a' }]),
          FINISH,
        ],
      });
      expect(pursuit.ending).toBe('worked');
      expect(told.find((text) => text.includes('line 0'))).toContain('your tokens allow no more at once');
    },
  );
});
