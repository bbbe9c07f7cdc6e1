import { openClone } from '../../adapters/git/clone.ts';
import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { type RepositoryAddress, repositoryAddress } from '../../config/github/repository-address.ts';
import { goalsFor, type ProposedGoal } from '../../install/goal-texts.ts';
import type { ActionSource } from '../../install/release.ts';
import { type Survey, surveyOf } from '../../install/survey.ts';
import { lookAt } from '../../oversight/observe.ts';
import type { Clone, CommittedFile, DefaultBranch, RepositoryFacts } from '../../ports.ts';
import { realAccess } from '../worlds/github-access.ts';
import { ownRelease } from './own-release.ts';

/** The repository that Wakeful is put on, as it was found. */
export interface Surroundings {
  readonly clone: Clone;
  readonly release: ActionSource;
  readonly remote: string;
  /** Null: it is not on GitHub, or there is no such remote. */
  readonly address: RepositoryAddress | null;
  readonly base: DefaultBranch;
  readonly files: readonly CommittedFile[];
  readonly survey: Survey;
  readonly proposed: readonly ProposedGoal[];
  /** Null: nobody could ask GitHub. */
  readonly facts: RepositoryFacts | null;
}

export interface GatherOrder {
  readonly folder: string;
  readonly home: string;
  readonly remote: string;
  readonly action: string | null;
}

/** Comments that somebody wants to come back to. */
const NOTES = String.raw`(//|#|/\*|--|;) *(TODO|FIXME|XXX|HACK)\b`;

/** Looks at everything, and changes nothing. */
export async function gather(order: GatherOrder, signal: AbortSignal): Promise<Surroundings> {
  const git = gitRunner(childEnvironment());
  const { folder, home, remote, action } = order;
  const clone = await openClone(git, folder, signal);
  const url = await clone.remoteAddress(remote, signal);
  const [release, base] = await Promise.all([
    ownRelease(git, { home, action }, signal),
    clone.defaultBranch(remote, signal),
  ]);
  const files = await clone.files(base.commit, signal);
  const survey = surveyOf(files);
  const notes = await clone.matches(base.commit, NOTES, signal);
  const address = url === null ? null : repositoryAddress(url);
  return {
    ...{ clone, release, remote, address, base, files, survey },
    proposed: goalsFor(survey, notes),
    facts: url === null ? null : await factsOf(url, signal),
  };
}

async function factsOf(url: string, signal: AbortSignal): Promise<RepositoryFacts | null> {
  const seen = await lookAt(realAccess(url), (control) => control.repositoryFacts([], signal));
  return seen.kind === 'seen' ? seen.value : null;
}
