import { maskedRecord } from '../../core/access/masked-record.ts';
import type { Installation, InstallChoices } from '../../install/installation.ts';
import { firstPass, usualMonth } from '../../install/likely-cost.ts';
import { likelyWords } from '../../report/install/likely-words.ts';
import type { ProposalInput } from '../../report/install/proposal.ts';
import type { Terminal } from '../terminal/command.ts';
import type { Surroundings } from './gather.ts';

const DAYS = 30;
/** By the schedules of the workflows. */
const WAKES_A_DAY = 48;
const WATCHES_A_DAY = 8;

export interface Proposed {
  readonly surroundings: Surroundings;
  readonly choices: InstallChoices;
  readonly installation: Installation;
}

/** Everything that a person has to know before the merge. */
export function proposalInput(proposed: Proposed, { mask }: Terminal): ProposalInput {
  const { surroundings, installation } = proposed;
  const { address, base, facts, release } = surroundings;
  const { goals, settings } = installation.goals;
  return {
    site: address,
    defaultBranch: base.name,
    isPrivate: facts?.isPrivate ?? null,
    release,
    goals: maskedRecord(goals, mask),
    settings,
    hasKey: facts?.secretNames?.includes('OPENAI_API_KEY') ?? null,
    mayOpenPullRequests: facts?.actionsMayOpenPullRequests ?? null,
    likely: likely(proposed),
    isGuarded: facts?.isDefaultBranchGuarded ?? null,
    hasApp: proposed.choices.hasApp,
    jobs: { wake: WAKES_A_DAY * DAYS, watchdog: WATCHES_A_DAY * DAYS },
  };
}

function likely({ choices, surroundings: { survey } }: Proposed): string {
  const { goals, price } = choices;
  return likelyWords({ first: firstPass(goals, survey), month: usualMonth(goals, survey), price });
}
