import type { GoalSnapshot, ModelOverrides } from '../../ledger/snapshot.ts';
import type { ModelDoor, Tips, World } from '../../ports.ts';
import type { Reach } from '../place.ts';

export interface DoctorPlace {
  readonly world: Pick<World, 'state' | 'sandbox'>;
  /** `owner/name`: whose state branch it must be. */
  readonly repository: string;
  readonly reach: Reach;
  /** Whether commands of goals would run on this machine. */
  readonly isRehearsal: boolean;
  /** Null: the model is not to be asked. */
  readonly model: ModelDoor | null;
  readonly overrides: ModelOverrides;
  readonly signal: AbortSignal;
}

/** What one look after the other goes by. */
export interface Examined extends DoctorPlace {
  readonly tips: Tips;
  /** As the default branch holds them. */
  readonly snapshot: GoalSnapshot;
}
