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

/** A clone and what its default branch holds. */
export interface CloneSurroundings {
  readonly clone: Clone;
  readonly remote: string;
  /** Null: it is not on GitHub, or there is no such remote. */
  readonly address: RepositoryAddress | null;
  readonly base: DefaultBranch;
  readonly files: readonly CommittedFile[];
}

/** The repository that Wakeful is put on, as it was found. */
export interface Surroundings extends CloneSurroundings {
  readonly release: ActionSource;
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

/** What the clone and its remote tell, without a question to GitHub. */
export async function surroundings(
  { folder, remote }: Pick<GatherOrder, 'folder' | 'remote'>,
  signal: AbortSignal,
): Promise<CloneSurroundings> {
  const clone = await openClone(gitRunner(childEnvironment()), folder, signal);
  const url = await clone.remoteAddress(remote, signal);
  const base = await clone.defaultBranch(remote, signal);
  const files = await clone.files(base.commit, signal);
  return { clone, remote, base, files, address: url === null ? null : repositoryAddress(url) };
}

/** Looks at everything, and changes nothing. */
export async function gather(order: GatherOrder, signal: AbortSignal): Promise<Surroundings> {
  const around = await surroundings(order, signal);
  const { clone, remote, base, files } = around;
  const release = await ownRelease(gitRunner(childEnvironment()), order, signal);
  const survey = surveyOf(files);
  const notes = await clone.matches(base.commit, NOTES, signal);
  const url = await clone.remoteAddress(remote, signal);
  return {
    ...around,
    ...{ release, survey },
    proposed: goalsFor(survey, notes),
    facts: url === null ? null : await factsOf(url, signal),
  };
}

async function factsOf(url: string, signal: AbortSignal): Promise<RepositoryFacts | null> {
  const seen = await lookAt(realAccess(url), (control) => control.repositoryFacts([], signal));
  return seen.kind === 'seen' ? seen.value : null;
}
