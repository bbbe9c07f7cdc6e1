import { alertResults } from '../../alerts/alert-results.ts';
import { raiseStateAlert } from '../../alerts/state-branch-alert.ts';
import type { WantedAlert } from '../../alerts/wanted-alert.ts';
import { createMask } from '../../core/access/mask.ts';
import { asHalt } from '../../core/halt.ts';
import { emptyResult, type WakeOrder, type WakeResult } from '../../core/wake-result.ts';
import type { AgentContext } from '../../ledger/agent-context.ts';
import { Deadline } from '../../ledger/deadline.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { maskResult } from '../../ledger/mask-deep.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { prepareLedger } from '../../ledger/prepare-ledger.ts';
import { RaisedAlerts } from '../../ledger/raised-alerts.ts';
import type { GoalSnapshot } from '../../ledger/snapshot.ts';
import type { Control, Sha, World } from '../../ports.ts';
import { longTime, sentence } from '../../report/words/sentences.ts';
import { look } from '../observe.ts';
import { lookAtReleases, releaseAlerts } from './releases.ts';
import { healthAlerts, watchdogAlertsInLine } from './watchdog-alerts.ts';
import { lookAtWorkflows } from './watchdog-look.ts';
import { recordSeen } from './watchdog-record.ts';

export interface WatchdogWorld extends Pick<World, 'clock' | 'random' | 'log' | 'state' | 'github'> {
  readonly control: Control;
}

export type WatchdogOrder = Pick<
  WakeOrder,
  'wake' | 'repository' | 'repositoryId' | 'serverUrl' | 'papers' | 'stop' | 'minutes' | 'cancel' | 'secrets'
>;

/** Nothing here takes long, and a lease of its own must not outlive a run that was killed by much. */
const MOST_MINUTES = 4;

/**
 * Looks after the agent's health, without a model, and never works on a goal. Runs while stopped as well, to write the
 * stop down; then it tells nobody anything. Never throws: whatever happens becomes its ending.
 */
export async function watchdog(world: WatchdogWorld, order: WatchdogOrder): Promise<WakeResult> {
  const deadline = new Deadline(world.clock, Math.min(order.minutes, MOST_MINUTES), order.cancel);
  try {
    return await runWatchdog(world, order, deadline);
  } catch (reason) {
    return maskResult(halted(order, reason), createMask({ values: order.secrets, patterns: [] }));
  } finally {
    deadline.close();
  }
}

function halted(order: WatchdogOrder, reason: unknown): WakeResult {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}

interface Watching extends AgentContext {
  readonly world: WatchdogWorld;
  readonly order: WatchdogOrder;
  readonly goals: GoalSnapshot['goals'];
  readonly base: Sha;
  readonly papers: string | undefined;
}

async function runWatchdog(
  world: WatchdogWorld,
  order: WatchdogOrder,
  deadline: Deadline,
): Promise<WakeResult> {
  const tips = await world.state.fetch(deadline.work);
  const { repository, serverUrl, papers, secrets } = order;
  const writer = {
    wake: order.wake.id,
    repository,
    repositoryId: order.repositoryId,
    serverUrl,
    papers,
    secrets,
  };
  const prepared = await prepareLedger(world, writer, { commit: tips.base.commit }, deadline.work);
  const { settings, mask, journal } = prepared;
  const same = { ...prepared, order, deadline, raised: new RaisedAlerts(), base: tips.base.commit, papers };
  const begin = async (): Promise<WakeResult> => {
    const ledger = await openLedger(prepared, tips.state, deadline.work).catch(async (reason: unknown) => {
      // Schedules are kept alive whatever is wrong with the state; nothing is switched on.
      await lookAtWorkflows({ control: world.control, journal, isStopped: true, signal: deadline.work });
      throw reason;
    });
    return watch({ ...same, ledger });
  };
  const result = await begin().catch((reason: unknown) => halted(order, reason));
  const isBroken = result.ending === 'bad_state_file' && order.stop === '';
  const alerted = isBroken ? [await raiseStateAlert(same, result.detail)] : [];
  const { stateBranch } = settings;
  return maskResult({ ...result, stateBranch, alerts: [...result.alerts, ...alerted] }, mask);
}

async function watch(context: Watching): Promise<WakeResult> {
  const { world, order, ledger, journal, deadline } = context;
  const before = ledger.tip;
  const isStopped = order.stop !== '' || ledger.state.stop !== null;
  const seen = await lookAtWorkflows({ control: world.control, journal, isStopped, signal: deadline.work });
  if (before === null)
    return emptyResult(order, 'nothing_due', 'The agent has never run here, so there is nothing to watch.');
  await recordSeen(context, order.stop);
  if (order.stop !== '' || ledger.state.stop !== null) return resultOf(context, before, stoppedWords(ledger));
  const unseen = await lookAtReleases(context);
  const alerts = [...(await healthAlerts(context, seen)), ...releaseAlerts(context)];
  // Whatever becomes of the alerts, what was seen is said.
  const alerted = await look(() => watchdogAlertsInLine(context, alerts));
  const missed = alerted.kind === 'seen' ? [] : [`Alerts could not be brought in line: ${alerted.why}`];
  const words = [healthWords(alerts), ...missed, ...(unseen === null ? [] : [unseen])];
  return resultOf(context, before, words.join(' '));
}

function stoppedWords({ state }: Ledger): string {
  const { stop } = state.status;
  return stop === null
    ? 'The agent is stopped.'
    : `The agent is stopped since ${longTime(stop.since)}: ${sentence(stop.reason)}`;
}

function healthWords(alerts: readonly WantedAlert[]): string {
  return alerts.length === 0 ? 'The agent is well.' : alerts.map(({ detail }) => sentence(detail)).join(' ');
}

function resultOf(context: Watching, before: Ledger['tip'], detail: string): WakeResult {
  const { order, ledger } = context;
  const isStopped = order.stop !== '' || ledger.state.stop !== null;
  const worked = ledger.tip === before ? 'no_change' : 'worked';
  const result = emptyResult(order, isStopped ? 'stopped' : worked, detail);
  return { ...result, alerts: alertResults(context) };
}
