import type { MemoryCommit } from '../../../src/simulation/world/memory-remote.ts';
import type { Night, NightWake } from './night.ts';

/** Everything that the agent has written anywhere outside the process: git, drafts, issues. */
export function writtenBy(night: Night): string {
  const given = ancestors(night, night.remote.branches.get('main'));
  const known = new Set(
    given.flatMap(({ tree }) => [...tree].map(([path, { bytes }]) => `${path} ${text(bytes)}`)),
  );
  const parts: string[] = [];
  for (const [branch, tip] of night.remote.branches) {
    if (branch === 'main') continue;
    parts.push(branch);
    for (const commit of ancestors(night, tip)) {
      if (given.includes(commit)) continue;
      parts.push(commit.message, commit.author);
      for (const [path, { bytes }] of commit.tree) {
        const file = `${path} ${text(bytes)}`;
        if (!known.has(file)) parts.push(file);
      }
    }
  }
  return [...parts, JSON.stringify(night.github.drafts), JSON.stringify(night.github.issues)].join('\n');
}

/** Everything that one wake has shown: log lines, progress and its result. */
export function shownBy({ lines, progress, result }: NightWake): string {
  return JSON.stringify([lines, progress, result]);
}

function ancestors(night: Night, tip: string | undefined): readonly MemoryCommit[] {
  const found = new Map<string, MemoryCommit>();
  const open = tip === undefined ? [] : [tip];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const commit = night.remote.commits.get(id);
    if (commit === undefined || found.has(id)) continue;
    found.set(id, commit);
    open.push(...commit.parents);
  }
  return [...found.values()];
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
