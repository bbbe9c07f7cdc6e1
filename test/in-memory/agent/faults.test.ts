import { describe, expect, it } from 'vitest';
import { calls, completion, type Reply } from '../../support/model-server.ts';
import { type Played, play, type Scene } from './bench.ts';

const FINISH = calls(['finish', { summary: 'Done.' }]);

type Headers = Readonly<Record<string, string>>;

function failing(status: number, headers: Headers = {}): Reply {
  return refusedBecause(status, 'the words of the server', headers);
}

function refusedBecause(status: number, message: string, headers: Headers = {}): Reply {
  return { kind: 'json', status, headers, body: { error: { message } } };
}

async function faultsOf(
  replies: Scene['replies'],
  more: Partial<Scene> = {},
): Promise<Played & { faults: readonly unknown[] }> {
  const played = await play({ ...more, replies });
  const faults = played.reports
    .filter(({ event }) => event === 'model_fault')
    .map(({ data }) => data?.['fault']);
  return { ...played, faults };
}

describe('too many requests', () => {
  it('are waited for as long as the server says, at no cost', async () => {
    const { pursuit, clock, meter, faults } = await faultsOf([failing(429, { 'retry-after': '7' }), FINISH]);
    expect(pursuit.ending).toBe('no_change');
    expect(clock.slept).toEqual([7_000]);
    expect(meter.spent).toEqual({ tokens: 120, usdMicros: 0, calls: 1 });
    expect(faults).toEqual(['rate_limited']);
  });

  it.each([
    'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
    'Quota exceeded for metric: requests per day, limit: 50',
    'You have reached your daily limit of tokens.',
  ])(
    'by a limit that minutes do not lift end the run of the goal, in the words of the server: %s',
    async (words) => {
      const { pursuit, clock, meter } = await faultsOf([refusedBecause(429, words)]);
      expect(pursuit).toMatchObject({ ending: 'model_unavailable', detail: expect.stringContaining(words) });
      expect([clock.slept, meter.spent.tokens]).toEqual([[], 0]);
    },
  );

  it('of a day are waited for where the server says how long', async () => {
    const words = 'Rate limit reached on requests per day (RPD). Please try again in 7s.';
    const { pursuit, clock } = await faultsOf([refusedBecause(429, words, { 'retry-after': '7' }), FINISH]);
    expect(pursuit.ending).toBe('no_change');
    expect(clock.slept).toEqual([7_000]);
  });

  it('are waited for longer each time where the server does not say', async () => {
    const { pursuit, clock } = await faultsOf([
      failing(429),
      failing(429),
      failing(429),
      failing(429),
      FINISH,
    ]);
    expect(pursuit.ending).toBe('no_change');
    expect(clock.slept).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('end as model_unavailable at once when the wait is longer than the time left', async () => {
    const { pursuit, clock } = await faultsOf([failing(429, { 'retry-after': '3600' })]);
    expect(pursuit.ending).toBe('model_unavailable');
    expect(pursuit.detail).toBe(
      'The model server asks to wait 3600 s and only 240 s are left: 429: the words of the server',
    );
    expect(clock.slept).toEqual([]);
  });

  it('cannot go on for ever, and are said to be what they are', async () => {
    const { pursuit, requests, clock } = await faultsOf(() => failing(429, { 'retry-after': '0' }));
    expect(pursuit.ending).toBe('model_unavailable');
    expect(pursuit.detail).toMatch(
      /^The model server refused 20 requests in a row by its limit of .*: 429: the words/,
    );
    expect(requests).toHaveLength(20);
    // Not twenty times at once, whatever it says.
    expect(clock.slept).toEqual(Array(18).fill(1_000));
  });
});

describe('failures', () => {
  it.each<[string, Reply, string]>([
    ['a gateway that gave up waiting', { kind: 'text', status: 504, text: 'time-out' }, 'server_error'],
    ['a connection that drops', { kind: 'drop' }, 'dropped'],
    ['an answer that breaks off', { kind: 'drop_in_body' }, 'dropped'],
  ])('of %s are tried three times in a row, each charged in full', async (_, reply, fault) => {
    const { pursuit, requests, meter, faults, clock } = await faultsOf([reply, reply, reply, FINISH]);
    expect(pursuit.ending).toBe('model_unavailable');
    expect(requests).toHaveLength(3);
    expect(faults).toEqual([fault, fault, fault]);
    expect(meter.spent.tokens).toBeGreaterThan(3 * 4_096);
    expect(clock.slept).toEqual([1_000, 2_000]);
  });

  it.each([500, 502, 503, 529])(
    'of status %i, in words of the server, are tried three times in a row and cost nothing',
    async (status) => {
      const reply = failing(status);
      const { pursuit, meter, faults, clock } = await faultsOf([reply, reply, reply, FINISH]);
      expect(pursuit.ending).toBe('model_unavailable');
      expect(faults).toEqual(['server_error', 'server_error', 'server_error']);
      expect(meter.spent).toEqual({ tokens: 0, usdMicros: 0, calls: 0 });
      expect(clock.slept).toEqual([1_000, 2_000]);
    },
  );

  it('of a server that does not answer in time are tried three times', async () => {
    const { pursuit, requests } = await faultsOf(() => ({ kind: 'hang' }), { modelTimeoutMs: 30 });
    expect(pursuit.ending).toBe('model_unavailable');
    expect(requests).toHaveLength(3);
  });

  it('of a server that is not there cost nothing', async () => {
    const { pursuit, meter, faults } = await faultsOf([], { isServerGone: true });
    expect(pursuit.ending).toBe('model_unavailable');
    expect(meter.spent).toEqual({ tokens: 0, usdMicros: 0, calls: 0 });
    expect(faults).toEqual(['unreachable', 'unreachable', 'unreachable']);
  });

  it('are forgotten after a good answer', async () => {
    const note = (text: string) => calls(['note', { text }]);
    const { pursuit } = await faultsOf([
      failing(500),
      failing(500),
      note('a'),
      failing(500),
      failing(500),
      FINISH,
    ]);
    expect(pursuit.ending).toBe('no_change');
  });

  it('are waited for as long as the server says', async () => {
    expect((await faultsOf([failing(503, { 'retry-after': '9' }), FINISH])).clock.slept).toEqual([9_000]);
  });

  it.each<[number, string]>([
    [401, 'missing_key'],
    [403, 'missing_key'],
    [400, 'gave_up'],
    [402, 'model_unavailable'],
    [404, 'model_unavailable'],
  ])('of status %i end at once as %s, with the words of the server', async (status, ending) => {
    const { pursuit, requests } = await faultsOf([failing(status), FINISH]);
    expect(pursuit.ending).toBe(ending);
    expect(pursuit.detail).toContain('the words of the server');
    expect(requests).toHaveLength(1);
  });
});

describe('useless answers', () => {
  const broken: Reply = { kind: 'text', text: '{"choices": [' };

  it('that are broken are told to the model', async () => {
    const { pursuit, told } = await faultsOf([broken, FINISH]);
    expect(pursuit.ending).toBe('no_change');
    expect(told.at(-1)).toMatch(
      /Your last answer could not be read \(the answer is not JSON but text\/html, and begins with: .*\)\. Answer again, by calling a tool\.$/,
    );
  });

  it.each<[string, Reply, string]>([
    ['broken', broken, 'model_unavailable'],
    ['empty', completion({ content: '' }), 'model_unavailable'],
    ['text without a call', completion({ content: 'I am done.' }), 'no_progress'],
    ['cut off', completion({ content: 'Once upon' }, { finish: 'length' }), 'no_progress'],
  ])('that are %s end after three in a row', async (_, reply, ending) => {
    const { pursuit, requests } = await faultsOf([reply, reply, reply, FINISH]);
    expect(pursuit.ending).toBe(ending);
    expect(requests).toHaveLength(3);
  });

  it.each<[string, Reply, string]>([
    ['empty', completion({ content: '' }), 'was empty'],
    ['text without a call', completion({ content: 'I am done.' }), 'Nothing happens by text alone'],
    ['cut off', completion({ content: 'Once upon' }, { finish: 'length' }), 'was cut off'],
  ])('that are %s are told to the model, which may go on', async (_, reply, words) => {
    const { pursuit, told } = await faultsOf([reply, reply, FINISH]);
    expect(pursuit.ending).toBe('no_change');
    expect(told.at(-1)).toContain(words);
  });

  it('that are cut off in the middle of a call leave that call undone, and the history sendable', async () => {
    const cut = completion(
      {
        tool_calls: [
          {
            id: 'a',
            type: 'function',
            function: { name: 'write_file', arguments: '{"path":"docs/a.md","text":"ha' },
          },
        ],
      },
      { finish: 'length' },
    );
    const { tree, told, requests } = await faultsOf([cut, FINISH, FINISH]);
    expect(tree.changedPaths()).toEqual([]);
    expect(told.at(-3)).toMatch(/^Refused: the arguments are not JSON/);
    expect(told.at(-3)).toContain('was cut off');
    const sent = requests.at(-1)?.body.messages.flatMap(({ tool_calls }) => tool_calls ?? []) ?? [];
    expect(sent.slice(0, 1).map((call) => JSON.parse(call.function.arguments))).toEqual([{}]);
  });

  it('that refuse end as gave_up with the words of the model', async () => {
    const { pursuit } = await faultsOf([completion({ content: null, refusal: 'I cannot help with that.' })]);
    expect(pursuit).toMatchObject({
      ending: 'gave_up',
      detail: 'The model refused: I cannot help with that.',
    });
  });
});

describe('bad calls', () => {
  it('of unknown tools are answered, logged, and do nothing', async () => {
    const { pursuit, told, reports } = await faultsOf([calls(['look', { at: 'docs' }]), FINISH]);
    expect(pursuit.ending).toBe('no_change');
    expect(told.at(-1)).toMatch(/^Refused: there is no tool "look"; there are list_files, read_file,/);
    expect(reports).toEqual([
      { event: 'tool_refused', message: expect.stringMatching(/^Refused look: there is no tool/) },
    ]);
  });

  it('of an unknown tool that would change something are questioned once, and then believed', async () => {
    const { pursuit, told } = await faultsOf([calls(['apply_patch', { patch: 'x' }]), FINISH, FINISH]);
    expect(told.at(-1)).toContain('nothing has changed (apply_patch: Refused: there is no tool');
    expect(pursuit.ending).toBe('no_change');
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"path": docs}', /arguments are not JSON/],
    ['no object', '"docs/a.md"', /not a JSON object/],
    ['two objects', '[{"path":"a"},{"path":"b"}]', /not a JSON object/],
    ['null', 'null', /path: expected .*received undefined/],
    ['a missing field', {}, /path: expected .*received undefined/],
    ['a wrong type', { path: {} }, /path: expected string, received Object/],
    ['a known field in other letters', { path: 'a', Path: 'b' }, /Path: expected never/],
    ['a line before the first', { path: 'a', from_line: 0 }, /from_line/],
    ['half a line', { path: 'a', from_line: 1.5 }, /from_line/],
    ['a path in a list', { path: ['a'] }, /path: expected string/],
  ])('with %s as arguments are answered and logged', async (_, input, words) => {
    const { told, reports } = await faultsOf([calls(['read_file', input]), FINISH]);
    expect(told.at(-1)).toMatch(/^Refused: /);
    expect(told.at(-1)).toMatch(words);
    expect(reports.map(({ event }) => event)).toEqual(['tool_refused']);
  });

  it('of a tool that was not offered are answered like unknown ones', async () => {
    const { told, tree } = await faultsOf([calls(['write_file', { path: 'docs/a.md', text: 'x' }]), FINISH], {
      goal: { permissions: { read: ['**'], write: ['docs/**'], effects: [] } },
    });
    expect(told.find((text) => text.includes('there is no tool "write_file"'))).toMatch(/^Refused: /);
    expect(tree.changedPaths()).toEqual([]);
  });

  it('with empty arguments mean no arguments', async () => {
    const { told } = await faultsOf([calls(['list_files', '']), FINISH], { files: { a: 'x' } });
    expect(told.at(-1)).toMatch(/^1 files match \*\*/);
  });
});

describe('to finish', () => {
  const miss = ['edit_file', { path: 'docs/a.md', old: 'green', new: 'blue' }] as const;
  const edit = ['edit_file', { path: 'docs/a.md', old: 'red', new: 'blue' }] as const;
  const finish = ['finish', { summary: 'Done.' }] as const;
  const files = { 'docs/a.md': 'red\n' };

  it('beside a call that failed waits until the model has read that', async () => {
    const { pursuit, told, reports } = await faultsOf([calls(miss, finish), calls(edit), calls(finish)], {
      files,
    });
    expect(pursuit.ending).toBe('worked');
    expect(told.find((text) => text.includes('or call finish again alone'))).toContain('edit_file');
    expect(reports[0]).toMatchObject({ event: 'tool_refused', message: expect.stringMatching(/^Failed: /) });
  });

  it('beside a call that failed may be said again alone', async () => {
    const look = ['read_file', { path: 'docs/none.md' }] as const;
    const { pursuit } = await faultsOf([calls(edit), calls(look, finish), calls(finish)], { files });
    expect(pursuit.ending).toBe('worked');
  });

  it('where every change has failed is questioned once, and then is no success', async () => {
    const { pursuit, told } = await faultsOf([calls(miss), calls(finish), calls(finish)], { files });
    expect(told.at(-1)).toContain('nothing has changed');
    expect(pursuit).toMatchObject({ ending: 'no_progress', summary: 'Done.' });
  });

  it.each([
    ['an edit', ['edit_file', { path: 'docs/a.md', old: 'red', new: 'red' }]],
    ['a whole text', ['write_file', { path: 'docs/a.md', text: 'red\n' }]],
  ] as const)('where %s has put what was there is questioned once, and then believed', async (_, vain) => {
    const { pursuit, told } = await faultsOf([calls(vain), calls(finish), calls(finish)], { files });
    expect(told.at(-1)).toContain('or call finish again if all is as it should be already');
    expect(pursuit).toMatchObject({ ending: 'no_change', summary: 'Done.' });
  });
});

describe('edits that miss, each mended in the next turn', () => {
  it('are no circle', async () => {
    const at = (old: string, next: string) => calls(['edit_file', { path: 'docs/a.md', old, new: next }]);
    const { pursuit, tree } = await faultsOf(
      [
        at('1?', 'one'),
        at('1', 'one'),
        at('2?', 'two'),
        at('2', 'two'),
        at('3?', 'three'),
        at('3', 'three'),
        FINISH,
      ],
      { files: { 'docs/a.md': '1\n2\n3\n' } },
    );
    expect(pursuit.ending).toBe('worked');
    expect(tree.text('docs/a.md')).toBe('one\ntwo\nthree\n');
  });
});

describe('arguments whose meaning is plain', () => {
  it.each<[string, unknown]>([
    ['null for a field that may be left out', { path: 'docs/a.md', from_line: null, to_line: null }],
    ['digits as text', { path: 'docs/a.md', from_line: '1', to_line: '1' }],
    ['a field that is not known', { path: 'docs/a.md', reason: 'to look' }],
    ['a Markdown fence', '```json\n{"path":"docs/a.md"}\n```'],
    ['JSON in JSON', JSON.stringify(JSON.stringify({ path: 'docs/a.md' }))],
    ['a line break behind', '{"path":"docs/a.md"}\n'],
  ])('are taken as they are meant: %s', async (_, input) => {
    const { told } = await faultsOf([calls(['read_file', input]), FINISH], {
      files: { 'docs/a.md': 'red\n' },
    });
    expect(told.at(-1)).toMatch(/^docs\/a\.md, lines/);
  });

  it('may hold raw line breaks in a text', async () => {
    const input = '{"path":"docs/a.md","old":"red\nblue","new":"one\ntwo"}';
    const { tree } = await faultsOf([calls(['edit_file', input]), FINISH], {
      files: { 'docs/a.md': 'red\nblue\n' },
    });
    expect(tree.text('docs/a.md')).toBe('one\ntwo\n');
  });

  it('are still refused where a needed one is missing', async () => {
    const { told } = await faultsOf([calls(['read_file', { path: null }]), FINISH]);
    expect(told.at(-1)).toMatch(/^Refused: the arguments do not fit/);
  });
});
