import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLogLines, decodeState } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { State } from '../../../src/core/state.ts';
import type { WakeResult } from '../../../src/core/wake-result.ts';
import type { DraftFile, IssueFile } from '../../../src/rehearsal/github/records/records.ts';
import { git } from '../git/git-fixture.ts';
import { type ProgramRun, wakeful } from './program.ts';

/** The one document that `--json` prints. */
export interface Played extends ProgramRun {
  readonly repository: string;
  readonly remote: string;
  readonly wakes: readonly (WakeResult & { readonly at: string })[];
  /** The last one. */
  readonly wake: WakeResult;
}

export async function play(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Played> {
  const run = await wakeful(folder, [...args, '--json'], env);
  const shown = JSON.parse(run.out);
  return { ...run, ...shown, wake: shown.wakes.at(-1) };
}

const STATE = 'wakeful-state';

/** What a rehearsal has left on disk, looked at with git and as files. */
export interface Rehearsed {
  readonly origin: string;
  git(...args: string[]): string;
  /** Everything that could be lost: all refs with what they hold. */
  refs(): string;
  workBranches(): readonly string[];
  state(): State;
  log(): readonly LogEntry[];
  drafts(): readonly DraftFile[];
  issues(): readonly IssueFile[];
  page(kind: 'drafts' | 'issues', number: number): string;
  /** Replaces one file of the state branch by hand; null removes it. */
  hurt(path: string, text: string | null): void;
}

/** `folder`: where `.wakeful/` or `.wakeful/<key>/` lies. */
export function rehearsed(folder: string): Rehearsed {
  const origin = join(folder, 'origin.git');
  const inOrigin = (...args: string[]): string => git(origin, ...args);
  const show = (path: string): string => inOrigin('show', `${STATE}:${path}`);
  const statePaths = (): readonly string[] => inOrigin('ls-tree', '-r', '--name-only', STATE).split('\n');
  const records = <T>(kind: string): readonly T[] => {
    const place = join(folder, 'github', kind);
    const names = existsSync(place) ? readdirSync(place).filter((name) => /^\d+\.json$/.test(name)) : [];
    const numbers = names.map((name) => Number.parseInt(name, 10)).sort((one, other) => one - other);
    return numbers.map((number) => JSON.parse(readFileSync(join(place, `${number}.json`), 'utf8')));
  };
  return {
    origin,
    git: inOrigin,
    refs: () => inOrigin('for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads'),
    workBranches: () =>
      inOrigin('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/wakeful/')
        .split('\n')
        .filter(Boolean),
    state: () => decodeState(new Map(statePaths().map((path) => [path, show(path)]))),
    log: () =>
      statePaths()
        .filter((path) => path.startsWith('state/log/'))
        .flatMap((path) => decodeLogLines(show(path)).entries),
    drafts: () => records<DraftFile>('drafts'),
    issues: () => records<IssueFile>('issues'),
    page: (kind, number) => readFileSync(join(folder, 'github', kind, `${number}.md`), 'utf8'),
    hurt: (path, text) => hurt(origin, path, text),
  };
}

function hurt(origin: string, path: string, text: string | null): void {
  const inOrigin = (...args: string[]): string => git(origin, ...args);
  const tip = inOrigin('rev-parse', STATE);
  inOrigin('read-tree', tip);
  if (text === null) inOrigin('--work-tree=.', 'update-index', '--force-remove', path);
  else {
    const file = join(origin, 'hurt');
    writeFileSync(file, text);
    const blob = inOrigin('hash-object', '-w', '--no-filters', file);
    inOrigin('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
  }
  const commit = inOrigin('commit-tree', inOrigin('write-tree'), '-p', tip, '-m', `Hurt ${path}`);
  inOrigin('update-ref', `refs/heads/${STATE}`, commit);
}
