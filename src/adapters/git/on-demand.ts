import { Halt } from '../../core/ending.ts';
import { eachInSteps } from '../../core/text/steps.ts';
import type { Sha } from '../../ports.ts';
import { REMOTE_TEXTS } from '../../report/failures/remote-texts.ts';
import { withoutSecrets } from './git-failure.ts';
import { isGone } from './history.ts';
import { inTurns } from './in-turns.ts';
import type { Repository } from './repository.ts';
import type { ObjectSource } from './stored-tree.ts';

/** Ids in one request. */
const AT_ONCE = 10_000;

/**
 * The objects of a repository in which contents may be missing: what is asked for together is fetched together. It is read, or
 * this fails with `Halt`; null stands only for what was named in another way than by its id.
 * `fetchSignal` ends a fetch as well as the signal of the question.
 */
export function fetching(repository: Repository, fetchSignal?: AbortSignal): ObjectSource {
  return {
    async get(names, signal) {
      const found = await repository.objects.get(names, signal);
      const missing = names.filter((name, at) => found[at] === null && isId(name));
      if (missing.length === 0 || !repository.isPartial) return found;
      const both = fetchSignal === undefined ? signal : AbortSignal.any([signal, fetchSignal]);
      await fetchObjects(repository, [...new Set(missing)], both);
      const fetched = await repository.objects.get(missing, signal);
      const byName = new Map(missing.map((name, at) => [name, fetched[at] ?? null]));
      const lost = missing.find((name) => byName.get(name) === null);
      if (lost !== undefined) throw notGiven(repository, lost);
      return names.map((name, at) => found[at] ?? byName.get(name) ?? null);
    },
  };
}

/** Fetches those contents that are not here, in one go. Fails with `Halt`. */
export async function fetchMissing(
  repository: Repository,
  ids: readonly Sha[],
  signal: AbortSignal,
): Promise<void> {
  if (!repository.isPartial || ids.length === 0) return;
  const missing = await missingOf(repository, ids, signal);
  if (missing.length === 0) return;
  await fetchObjects(repository, missing, signal);
  const [lost] = await missingOf(repository, missing, signal);
  if (lost !== undefined) throw notGiven(repository, lost);
}

async function missingOf(
  repository: Repository,
  ids: readonly Sha[],
  signal: AbortSignal,
): Promise<readonly Sha[]> {
  const input = Buffer.from(`${[...new Set(ids)].join('\n')}\n`);
  const args = ['cat-file', '--batch-check=%(objectname)'];
  const lines = (await repository.plumb({ args, input }, signal)).toString().split('\n');
  return inTurns(
    eachInSteps(lines, (line) => (line.endsWith(' missing') ? line.slice(0, -' missing'.length) : null)),
    signal,
  );
}

/** The remote is not told what is here: it would send differences to contents that are missing. */
async function fetchObjects(repository: Repository, ids: readonly Sha[], signal: AbortSignal): Promise<void> {
  try {
    for (let from = 0; from < ids.length && repository.isPartial; from += AT_ONCE) {
      const input = `${ids.slice(from, from + AT_ONCE).join('\n')}\n`;
      await repository.fetch(
        { args: ['--stdin', 'origin'], scope: 'without_contents', input, isUntold: true },
        signal,
      );
    }
  } catch (error) {
    if (!isGone(error)) throw repository.halt(error);
    // The remote gives branches only, and not what is named by its id.
    await repository.fetchWhole(signal).catch((failure: unknown) => {
      throw repository.halt(failure);
    });
  }
}

function notGiven(repository: Repository, id: Sha): Halt {
  const remote = withoutSecrets(repository.options.remote);
  return new Halt('github_unavailable', REMOTE_TEXTS.notGiven(remote, id));
}

function isId(name: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(name);
}
