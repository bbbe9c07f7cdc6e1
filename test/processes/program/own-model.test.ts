/** A model of the person's own: the real program, a goal of its own, and a server that speaks chat completions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { repository } from '../../support/git/git-fixture.ts';
import {
  calls,
  type ModelRequest,
  type ModelServer,
  type Reply,
  startModelServer,
} from '../../support/model-server.ts';
import { wakeful } from '../../support/processes/program.ts';
import { play, rehearsed } from '../../support/processes/rehearsed.ts';

vi.setConfig({ testTimeout: 120_000 });

const KEY = 'key-of-this-test-0123456789abcdef';
const AT = '2026-11-22T03:10Z';
const GOAL = [
  'title: Keep the glossary sorted',
  'objective: Sort the entries of docs/glossary.md.',
  'schedule: {every: 24h}',
  'permissions: {read: ["docs/**"], write: ["docs/glossary.md"]}',
  '',
].join('\n');
const FILES = {
  'goals/glossary.yml': GOAL,
  'docs/glossary.md': 'pear\napple\n',
  'secret.txt': 'not for it\n',
};

const servers: ModelServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function modelThat(replies: (request: ModelRequest, n: number) => Reply) {
  const server = await startModelServer(replies);
  servers.push(server);
  const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: KEY, OPENAI_MODEL: 'sorter-1' };
  return { server, env };
}

/** Reads the page, tries to write elsewhere, sorts what it has read. */
function sorter({ body }: ModelRequest, n: number): Reply {
  const last = body.messages.at(-1)?.content ?? '';
  if (n === 0) return calls(['read_file', { path: 'docs/glossary.md' }]);
  if (n === 1) return calls(['write_file', { path: 'README.md', text: KEY }]);
  if (n === 2) return calls(['write_file', { path: 'docs/glossary.md', text: 'apple\npear\n' }]);
  return calls([
    'finish',
    { summary: `Sorted two entries. My key is ${KEY}. ${last.length > 0 ? '' : 'none'}` },
  ]);
}

function everything(folder: string): string {
  const entries = readdirSync(join(folder, '.wakeful'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
}

describe("a model of the person's own", () => {
  test('does a goal of its own, by name and with the key, and the key is written nowhere', async () => {
    const folder = repository(FILES);
    const { server, env } = await modelThat(sorter);
    const run = await wakeful(folder, ['--at', AT], env);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('The model is sorter-1, at 127.0.0.1');
    expect(server.requests.map(({ headers, body }) => [headers.authorization, body.model])).toEqual(
      Array.from({ length: 5 }, () => [`Bearer ${KEY}`, 'sorter-1']),
    );
    const seen = rehearsed(join(folder, '.wakeful'));
    const [branch = ''] = seen.workBranches();
    expect(seen.git('show', `${branch}:docs/glossary.md`)).toBe('apple\npear');
    expect(seen.git('diff', '--name-only', `main...${branch}`)).toBe('docs/glossary.md');
    expect(seen.drafts()[0]?.body).toContain('Sorted two entries.');
    expect(seen.drafts()[0]?.body).toContain('`sorter-1`');
    expect(seen.log().map(({ event }) => event)).toContain('tool_refused');
    for (const text of [run.out, everything(folder), seen.git('log', '--patch', '--all')]) {
      expect(text).not.toContain(KEY);
    }
  });

  test.each([
    [401, 'missing_key', 1],
    [503, 'model_unavailable', 0],
  ])(
    'that answers %i: the wake ends as %s, with nothing lost and the attempt given back',
    async (status, ending, exit) => {
      const folder = repository(FILES);
      const error = { error: { message: `refused ${KEY}` } };
      const { env } = await modelThat(() => ({ kind: 'json', status, body: error }));
      const { code, wake, err } = await play(folder, ['--at', AT, '--minutes', '0.3'], env);
      expect([code, wake.ending]).toEqual([exit, ending]);
      expect(`${err}${wake.detail}`).not.toContain(KEY);
      const seen = rehearsed(join(folder, '.wakeful'));
      expect(seen.state().lock.leases).toEqual({});
      const items = Object.values(seen.state().checkpoints['glossary']?.items ?? {});
      expect(items.map(({ attempts, status: now }) => [attempts, now]).filter(([n]) => n !== 0)).toEqual([]);
      expect(everything(folder)).not.toContain(KEY);
    },
  );
});
