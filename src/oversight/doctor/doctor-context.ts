import type { ModelOverrides } from '../../config/settings/settings-file.ts';
import type { GoalSnapshot } from '../../ledger/snapshot.ts';
import type { ModelProvider, Tips, World } from '../../ports.ts';
import type { GitHubAccess } from '../command-context.ts';

export interface DoctorContext {
  readonly world: Pick<World, 'state' | 'sandbox'>;
  /** `owner/name`: whose state branch it must be. */
  readonly repository: string;
  /** GitHub's number of it; null: not known here. */
  readonly repositoryId: number | null;
  readonly access: GitHubAccess;
  /** Whether commands of goals would run on this machine. */
  readonly isRehearsal: boolean;
  /** Null: the model is not to be asked. */
  readonly model: ModelProvider | null;
  readonly overrides: ModelOverrides;
  readonly signal: AbortSignal;
}

/** What one look after the other goes by. */
export interface Examined extends DoctorContext {
  readonly tips: Tips;
  /** As the default branch holds them. */
  readonly snapshot: GoalSnapshot;
}
