import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprint, git, repository, temporaryFolder } from '../../support/git/git-fixture.ts';
import { type ProgramRun, startWakeful, wakeful } from '../../support/processes/program.ts';

// Each starts the program several times, with real git; a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DOCS_INDEX = readFileSync(join(import.meta.dirname, '../../../goals/docs-index.yml'), 'utf8');

const FILES = {
  'goals/docs-index.yml': DOCS_INDEX,
  'docs/install.md': '# Installing\n\nUnpack it and run it.\n',
  'docs/use.md': '# Using it\n\nPress the green button.\n',
};

function origin(folder: string, ...args: string[]): string {
  return git(join(folder, '.wakeful/origin.git'), ...args);
}

function workBranches(folder: string): readonly string[] {
  return origin(folder, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/wakeful/')
    .split('\n')
    .filter(Boolean);
}

function drafts(folder: string): readonly { branch: string; state: string }[] {
  const place = join(folder, '.wakeful/github/drafts');
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.map((name) => JSON.parse(readFileSync(join(place, name), 'utf8')));
}

function leases(folder: string): Readonly<Record<string, unknown>> {
  return JSON.parse(origin(folder, 'show', 'wakeful-state:state/lock.json')).leases;
}

/** A repository whose goal was worked on once, made once for all tests that begin there. */
const prepared = { parent: '', before: '', run: { code: null, out: '', err: '' } as ProgramRun };

beforeAll(async () => {
  prepared.parent = temporaryFolder();
  const folder = join(prepared.parent, 'site');
  cpSync(repository(FILES), folder, { recursive: true, preserveTimestamps: true });
  prepared.before = fingerprint(folder);
  prepared.run = await wakeful(folder, ['--at', '2026-11-22T03:10Z', '--json']);
});

/** A copy of its own; the name stays, because the state branch knows it. */
function rehearsedOnce(): string {
  const parent = temporaryFolder();
  cpSync(prepared.parent, parent, { recursive: true, preserveTimestamps: true });
  return join(parent, 'site');
}

/** Every file below `.wakeful/` and all that git can show of it. */
function everything(folder: string): string {
  const files = readdirSync(join(folder, '.wakeful'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  return [...files, origin(folder, 'log', '-p', '--all')].join('\n');
}

describe('a rehearsal', () => {
  test('does the work of a goal for real, and touches nothing outside .wakeful', () => {
    const folder = rehearsedOnce();
    expect(fingerprint(folder)).toBe(prepared.before);
    expect(prepared.run.code).toBe(0);
    expect(prepared.run.err).toContain('the scripted model answers');
    const [branch = ''] = workBranches(folder);
    expect(origin(folder, 'show', `${branch}:docs/index.md`)).toMatch(/install\.md[\s\S]*use\.md/);
    expect(origin(folder, 'diff', '--name-only', `main...${branch}`)).toBe('docs/index.md');
    expect(drafts(folder)).toMatchObject([{ branch, state: 'open' }]);
    expect(readFileSync(join(folder, '.wakeful/github/drafts/1.md'), 'utf8')).toContain('+');
    expect(readdirSync(join(folder, '.wakeful/work'))).toEqual([]);
    expect(leases(folder)).toEqual({});
  });

  test('prints exactly one JSON document with --json', () => {
    const shown = JSON.parse(prepared.run.out);
    expect(shown.model.kind).toBe('scripted');
    expect(shown.wakes).toMatchObject([
      { ending: 'worked', goals: [{ goal: 'docs-index', drafts: [{ number: 1 }] }] },
    ]);
  });

  test('finds nothing due the second time, says when the next slot is, and pushes nothing', async () => {
    const folder = rehearsedOnce();
    const tip = origin(folder, 'rev-parse', 'wakeful-state');
    const { code, out } = await wakeful(folder, ['--at', '2026-11-22T03:20Z', '--json']);
    const [wake] = JSON.parse(out).wakes;
    expect([code, wake.ending, wake.nextDue]).toEqual([
      0,
      'nothing_due',
      { goal: 'docs-index', at: '2026-11-22T06:00:00Z' },
    ]);
    expect(origin(folder, 'rev-parse', 'wakeful-state')).toBe(tip);
  });

  test('tells the same by status and log, which say that they read a rehearsal', async () => {
    const folder = rehearsedOnce();
    const status = await wakeful(folder, ['status']);
    expect(status.out.split('\n')[0]).toBe('This is the rehearsal in .wakeful/, not a real repository.');
    expect(status.out).toMatch(/docs-index\s+done/);
    const log = await wakeful(folder, ['log', '--goal', 'docs-index', '--json']);
    const events = JSON.parse(log.out).entries.map((entry: { event: string }) => entry.event);
    expect(events).toContain('window_started');
    expect(events).toContain('draft_opened');
    const none = await wakeful(folder, ['log', '--goal', 'other']);
    expect(none.out).toContain('No log line matches.');
  });

  test('tells by status, why and log --away what waits and what led to it', async () => {
    const folder = rehearsedOnce();
    const status = await wakeful(folder, ['status']);
    expect(status.code).toBe(1);
    expect(status.out).toMatch(/Review draft #1: [^\n]+\n.*\n {4}Read it: \.wakeful\/github\/drafts\/1\.md/);
    const why = await wakeful(folder, ['why', '1']);
    expect([why.code, why.err]).toEqual([0, '']);
    expect(why.out).toMatch(/Started by.*Starting the run due.*Took lock 1.*Opened draft #1/s);
    const unknown = await wakeful(folder, ['why', 'nonsense']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('knows no draft, run, goal')]);
    const away = await wakeful(folder, ['log', '--away', '2026-11-22']);
    expect(away.code).toBe(1);
    expect(away.out).toContain('1 run had something to do: 1 task done.');
    const { report } = JSON.parse((await wakeful(folder, ['status', '--json'])).out);
    expect(report.verdict).toEqual({ kind: 'needs_you', reviews: 1, problems: 0 });
  });

  test('log --follow prints each line as it comes, and ends with Ctrl-C', async () => {
    const folder = rehearsedOnce();
    const child = startWakeful(folder, ['log', '--follow']);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    await vi.waitFor(() => expect(out).toContain('This is the rehearsal'), {
      timeout: 60_000,
      interval: 100,
    });
    // It looks around before it waits for what is new.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await wakeful(folder, ['pause', 'docs-index', '--reason', 'a quiet week']);
    await wakeful(folder, []);
    await vi.waitFor(() => expect(out).toContain('a quiet week'), { timeout: 60_000, interval: 200 });
    expect(out).not.toContain('Opened draft #1');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  test('starts over with --fresh', async () => {
    const folder = rehearsedOnce();
    const { out } = await wakeful(folder, ['--fresh', '--json']);
    expect(JSON.parse(out).wakes[0].ending).toBe('worked');
    expect(drafts(folder)).toHaveLength(1);
  });

  test('plays a night of scheduled ticks, goes on from where it ended, says so, and so do the commands that read it', async () => {
    const folder = rehearsedOnce();
    const night = await wakeful(folder, ['--fresh', '--night', '--at', '2099-11-22T00:10Z']);
    expect(night.code).toBe(0);
    expect(night.out).toMatch(/^22 Nov 00:10 {2}done +docs-index/m);
    const idle = [...night.out.matchAll(/ (\d+) runs until .*: nothing due$/gm)].map(([, runs]) =>
      Number(runs),
    );
    expect(idle.reduce((sum, runs) => sum + runs, 0)).toBeGreaterThan(40);
    expect(drafts(folder)).toHaveLength(1);
    expect(night.out).toMatch(/Goal\s+Due times so far\s+Run due\s+Next due \(UTC\)\n/);
    expect(night.out).toMatch(/docs-index\s+1 ran, 3 skipped\s/);
    expect(night.out).toContain('48 runs from 22 Nov 00:10 to 22 Nov 23:40. ');
    expect(night.out).toContain("The rehearsal's clock has reached 22 Nov 2099 23:40 UTC");
    const next = await wakeful(folder, []);
    expect(next.out).toContain("The rehearsal's clock goes on from 22 Nov 2099 23:40 UTC, where it stopped.");
    expect(next.out).toContain('docs-index is due next: ');
    expect(readdirSync(join(folder, '.wakeful/github/runs'))).toHaveLength(49);
    expect((await wakeful(folder, ['status'])).out).toContain('As of 22 Nov 2099 23:40 UTC.');
    await wakeful(folder, ['pause', 'docs-index']);
    const { pause } = JSON.parse(origin(folder, 'show', 'wakeful-state:state/checkpoints/docs-index.json'));
    expect(pause.at.slice(0, 16)).toBe('2099-11-22T23:40');
    const back = await wakeful(folder, ['--at', '2099-11-22T12:00Z']);
    expect(back.out).toContain('The rehearsal has already reached 22 Nov 2099 23:40 UTC');
    const fresh = await wakeful(folder, ['--fresh']);
    expect(fresh.out).not.toContain('Its clock goes on');
  });

  test('ends a night at the first tick that every other one would repeat, and says what starts over', async () => {
    const folder = rehearsedOnce();
    const copy = join(temporaryFolder(), 'renamed');
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
    const { code, out } = await wakeful(copy, ['--night']);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ').match(/belongs to rehearsal\/site/g)).toHaveLength(2);
    expect(out).toContain('The night ends here');
    expect(out).toContain('Try next\n  npm start -- --fresh        start over');
    const stopped = await wakeful(copy, ['--fresh', '--night', '--stop', 'No night', '--json']);
    expect(JSON.parse(stopped.out).wakes).toMatchObject([{ ending: 'stopped' }]);
    expect((await wakeful(copy, [])).code).toBe(0);
  });

  test('names every file of its GitHub that a person broke, before anything is done', async () => {
    const folder = rehearsedOnce();
    const path = join(folder, '.wakeful/github/drafts/1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"state": "open"', '"state": "megred"'));
    writeFileSync(join(folder, '.wakeful/github/repository.json'), '{');
    const before = origin(folder, 'rev-parse', 'wakeful-state');
    const { code, out, err } = await wakeful(folder, []);
    expect([code, out]).toEqual([1, '']);
    const place = '.wakeful/github';
    expect(err).toContain(
      `\n${place}/drafts/1.json: state: "megred" is none of open, merged, closed; did you mean merged?\n${place}/repository.json: it is not JSON`,
    );
    expect(err).toContain('Fix what is named, or start over with the option --fresh.');
    expect(origin(folder, 'rev-parse', 'wakeful-state')).toBe(before);
  });

  test('sees what a person who plays the maintainer decided', async () => {
    const folder = rehearsedOnce();
    const path = join(folder, '.wakeful/github/drafts/1.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"state": "open"', '"state": "closed"'));
    await wakeful(folder, ['--at', '2026-11-22T09:10Z']);
    const checkpoint = JSON.parse(origin(folder, 'show', 'wakeful-state:state/checkpoints/docs-index.json'));
    const outcomes = Object.values(checkpoint.drafts).map((draft) => (draft as { outcome: string }).outcome);
    expect(outcomes).toContain('closed');
  });
});

interface Settings {
  readonly variables: Readonly<Record<string, unknown>>;
}

describe('stop and resume', () => {
  test('a stop is committed and set as the variable, obeyed and lifted again', async () => {
    const folder = rehearsedOnce();
    const stop = await wakeful(folder, ['stop', 'Too', 'eager']);
    expect([stop.code, stop.out.split('\n')[0]]).toEqual([
      0,
      'This is the rehearsal in .wakeful/, not a real repository.',
    ]);
    expect(origin(folder, 'show', 'wakeful-state:state/STOP')).toContain('Too eager');
    const variables = () =>
      (JSON.parse(readFileSync(join(folder, '.wakeful/github/repository.json'), 'utf8')) as Settings)
        .variables;
    expect(variables()).toMatchObject({ WAKEFUL_STOP: { value: 'Too eager' } });
    const stopped = await wakeful(folder, ['--goal', 'docs-index', '--json']);
    expect(JSON.parse(stopped.out).wakes[0]).toMatchObject({
      ending: 'stopped',
      detail: expect.stringContaining('Too eager'),
    });
    const resume = await wakeful(folder, ['resume', '--json']);
    expect(JSON.parse(resume.out).done).toBe(true);
    expect(origin(folder, 'ls-tree', '-r', '--name-only', 'wakeful-state')).not.toContain('state/STOP');
    expect(variables()).toEqual({});
    const again = await wakeful(folder, ['--json']);
    expect(JSON.parse(again.out).wakes[0].ending).not.toBe('stopped');
  });

  test('WAKEFUL_STOP prevents a wake and shows the reason', async () => {
    const folder = repository(FILES);
    const { code, out } = await wakeful(folder, [], { WAKEFUL_STOP: 'On holiday' });
    expect(out).toContain('On holiday');
    expect([code, workBranches(folder)]).toEqual([0, []]);
  });

  test('works on any clone with a remote, by its name or URL', async () => {
    const rehearsed = rehearsedOnce();
    const clone = join(temporaryFolder(), 'clone');
    git(rehearsed, 'clone', '-q', join(rehearsed, '.wakeful/origin.git'), clone);
    const status = await wakeful(clone, ['status']);
    expect(status.out).toMatch(/^This is the remote origin,\s+\S*origin\.git\.?\s/);
    expect(status.out).toMatch(/docs-index\s+done/);
    await wakeful(clone, ['stop', 'From a clone']);
    expect(origin(rehearsed, 'show', 'wakeful-state:state/STOP')).toContain('From a clone');
  });

  test('a clone without rehearsal and remote is told what to do', async () => {
    const { code, err } = await wakeful(repository(FILES), ['status']);
    expect(err).toContain('There is no rehearsal here and no remote named origin');
    expect(code).toBe(2);
  });

  test('an agent that never ran is told as such', async () => {
    const folder = repository(FILES);
    git(folder, 'remote', 'add', 'origin', repository(FILES));
    const { code, out } = await wakeful(folder, ['status']);
    expect([code, out]).toEqual([0, expect.stringContaining('has never run here')]);
  });
});

describe('a rehearsal that is cut off', () => {
  const open: { close(): void }[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  /** A model that never answers; `asked` resolves at its first request. */
  async function silentModel() {
    const server = createServer();
    const asked = once(server, 'request');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push({
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return {
      asked,
      env: { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: 'key-of-the-test-1234567890' },
    };
  }

  test('saves, releases and gives the attempt back on SIGINT, and the key is written nowhere', async () => {
    const folder = repository(FILES);
    const model = await silentModel();
    const child = startWakeful(folder, ['--json'], model.env);
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    const [[request]] = [await model.asked];
    expect(request.headers.authorization).toBe('Bearer key-of-the-test-1234567890');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(JSON.parse(String(Buffer.concat(out))).wakes[0].ending).toBe('cancelled');
    expect([code, leases(folder)]).toEqual([0, {}]);
    const checkpoint = JSON.parse(origin(folder, 'show', 'wakeful-state:state/checkpoints/docs-index.json'));
    expect(Object.values(checkpoint.items).map((item) => (item as { attempts: number }).attempts)).toEqual([
      0,
    ]);
    expect(everything(folder)).not.toContain('key-of-the-test');
  });

  test('after a SIGKILL the next one takes over at once, says whose lease it was, and leaves nothing behind', async () => {
    const folder = repository(FILES);
    const model = await silentModel();
    const child = startWakeful(folder, [], model.env);
    await model.asked;
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(leases(folder)).toEqual({ 'docs-index': expect.objectContaining({ wake: expect.any(String) }) });
    const { wake: dead } = leases(folder)['docs-index'] as { wake: string };
    const { code, out } = await wakeful(folder, ['--json']);
    expect([code, JSON.parse(out).wakes[0].ending]).toEqual([0, 'worked']);
    expect(readdirSync(join(folder, '.wakeful/work'))).toEqual([]);
    expect(drafts(folder)).toHaveLength(1);
    expect(leases(folder)).toEqual({});
    const log = await wakeful(folder, ['log', '--level', 'warn', '--json']);
    expect(JSON.parse(log.out).entries).toContainEqual(
      expect.objectContaining({
        event: 'took_over',
        message: expect.stringContaining(`Run ${dead} died`),
        data: expect.objectContaining({ dead_wake: dead }),
      }),
    );
  });
});
