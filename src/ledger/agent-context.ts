import type { Mask } from '../core/access/mask.ts';
import type { Settings } from '../core/settings.ts';
import type { WakeOrder } from '../core/wake-result.ts';
import type { World } from '../ports.ts';
import type { Deadline } from './deadline.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { RaisedAlerts } from './raised-alerts.ts';

/** What it takes to open, update and close alerts on GitHub: a wake has it, and so has the watchdog. */
export interface AlertContext {
  readonly world: Pick<World, 'clock' | 'random' | 'github'>;
  readonly settings: Settings;
  readonly mask: Mask;
  readonly journal: Journal;
  readonly deadline: Deadline;
  readonly raised: RaisedAlerts;
  readonly order: Pick<WakeOrder, 'wake' | 'repository' | 'serverUrl'>;
}

/** The same with the state branch: for what is about the agent as a whole, and about no goal in particular. */
export interface AgentContext extends AlertContext {
  readonly ledger: Ledger;
}
