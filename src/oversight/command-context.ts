import type { Mask } from '../core/access/mask.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { CommandSource } from '../core/health/served-comment.ts';
import type { SwitchPart } from '../core/health/switch-part.ts';
import type { LedgerFacts } from '../ledger/open-ledger.ts';
import { prepareLedger } from '../ledger/prepare-ledger.ts';
import type { GoalSnapshot } from '../ledger/snapshot.ts';
import type { Control, Sha, World } from '../ports.ts';
import { REQUEST_TEXTS } from '../report/oversight/request-texts.ts';

/** Where a person works on the state branch without a wake. */
export interface PersonContext {
  readonly world: Pick<World, 'state' | 'clock' | 'random' | 'log'>;
  /** Names the repository when the state branch has to be made for it. */
  readonly repository: string;
  /** GitHub's number of it. Missing: not known here. */
  readonly repositoryId?: number | undefined;
  /** What people open, e.g. `https://git.acme.example`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  /** Values that must never be written anywhere, e.g. the model key. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  /** The comment or the tick that holds the command: remembered, so that its job can run again and do nothing twice. */
  readonly source?: CommandSource;
}

/** The same, with what a command can reach of GitHub besides git. */
export interface ControlContext extends PersonContext {
  readonly access: GitHubAccess;
}

export type GitHubAccess =
  | {
      readonly kind: 'open';
      readonly control: Control;
      /** Of the repository's pages, e.g. `https://github.com/acme/site`; null: it has none. */
      readonly address: string | null;
      /**
       * Value of `WAKEFUL_STOP` as the workflow hands it to the job, for a token that may not read it. Empty: not set; null: no
       * workflow hands it over, so GitHub is asked.
       */
      readonly stopValue: string | null;
    }
  /** One sentence part: why GitHub cannot be asked. */
  | { readonly kind: 'closed'; readonly why: string };

/** Whether a person has brought a token for GitHub, and so asks for everything that lies there. */
export function hasOwnToken({ access }: Pick<ControlContext, 'access'>): boolean {
  return access.kind === 'open' && access.stopValue === null;
}

/** The address of a page of the repository, such as `settings/actions`; null: it is not known. */
export function pageAddress(access: GitHubAccess, path: string): string | null {
  return access.kind === 'open' && access.address !== null ? `${access.address}/${path}` : null;
}

/** What became of a person's command. */
export interface CommandAnswer {
  readonly isDone: boolean;
  /** Plain sentences. */
  readonly detail: string;
  /** The job of the same comment has carried it out before, so nothing was done now. */
  readonly isRepeated?: boolean;
  /** Those of its sentences that say more than that the request is taken. */
  readonly besides?: readonly string[];
  /** What became of each part of a stop or a resume. */
  readonly parts?: readonly SwitchPart[];
}

/** The same by a mask that knows the settings' own patterns as well: whoever shows the answer may not have read those. */
export function maskedAnswer<A extends CommandAnswer>(answer: A, mask: Mask): A {
  const { detail, besides, parts } = answer;
  return {
    ...answer,
    detail: mask.mask(detail),
    ...(besides === undefined ? {} : { besides: maskedRecord(besides, mask) }),
    ...(parts === undefined ? {} : { parts: maskedRecord(parts, mask) }),
  };
}

export const REPEATED: CommandAnswer = {
  isDone: true,
  detail: REQUEST_TEXTS.repeated,
  isRepeated: true,
};

/** What a person's command needs to open the ledger. */
export interface PersonSnapshot {
  readonly tip: Sha | null;
  /** Name of the default branch. */
  readonly branch: string;
  readonly snapshot: GoalSnapshot;
  readonly facts: LedgerFacts;
}

/** Reads what a command needs to know. `by`: login of the person, for the log. */
export async function readForPerson(context: PersonContext, by: string): Promise<PersonSnapshot> {
  const { world, repository, repositoryId, serverUrl, papers, secrets, signal } = context;
  const tips = await world.state.fetch(signal);
  const writer = { wake: `by-hand-${by}`, repository, repositoryId, serverUrl, papers, secrets };
  const facts = await prepareLedger(world, writer, { commit: tips.base.commit }, signal);
  return { tip: tips.state, branch: tips.base.branch, snapshot: facts.snapshot, facts };
}
