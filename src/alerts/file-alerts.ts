import { goalId } from '../config/goal/goal-file.ts';
import { AGENT, isUnswept } from '../core/alert-state.ts';
import type { AlertPlace } from '../core/checkpoint-state.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import type { AlertRecord } from '../core/state.ts';
import type { AgentContext } from '../ledger/agent-context.ts';
import type { GoalSnapshot } from '../ledger/snapshot.ts';
import { formatProblem, type Problem } from '../report/problems/problem.ts';
import { agentAlertsInLine } from './alerts-lease.ts';
import type { AlertScope } from './sync-alerts.ts';
import type { WantedAlert } from './wanted-alert.ts';

/**
 * Brings in line what no goal's lease covers: the alerts about goal files and settings, and those of goals that are no
 * more. A bad goal file stops that goal only; bad settings stop the rest of the wake.
 */
export async function globalAlertsInLine(context: AgentContext, snapshot: GoalSnapshot): Promise<void> {
  const { lock, alerts } = context.ledger.state;
  await agentAlertsInLine(context, {
    wanted: fileAlerts(snapshot),
    owns: ownerOf(snapshot),
    causes: ['bad_goal', 'bad_settings', 'folded'],
    line: problemLine,
    // Whoever died holding the lease may have opened an issue that nobody wrote down.
    hasStrays: lock.leases[AGENT] !== undefined || isUnswept(alerts, AGENT),
    settles: AGENT,
  });
}

/** What is looked after here. With bad settings nobody knows which goals there are. */
function ownerOf({ goals, goalProblems, settingsProblems }: GoalSnapshot): AlertScope['owns'] {
  const isEnabled = new Set(goals.filter((goal) => goal.enabled).map((goal) => goal.id));
  const known = new Set([...isEnabled, AGENT, ...goalProblems.map((problem) => goalId(problem.file))]);
  const isOfFile = ({ cause }: AlertRecord) => cause === 'bad_goal' || cause === 'bad_settings';
  return (alert) => isOfFile(alert) || (settingsProblems.length === 0 && !known.has(alert.goal));
}

/** One alert per goal file that is not valid, and one for the settings file. */
function fileAlerts({ settingsProblems, goalProblems }: GoalSnapshot): readonly WantedAlert[] {
  const byFile = Map.groupBy(goalProblems, (problem) => problem.file);
  const goals = [...byFile].map(([file, problems]): WantedAlert => {
    const id = goalId(file);
    const detail = problems.map(formatProblem).join('\n');
    return { goal: { id, title: file }, cause: 'bad_goal', detail, places: placesOf(problems) };
  });
  if (settingsProblems.length === 0) return goals;
  const detail = settingsProblems.map(formatProblem).join('\n');
  return [...goals, { goal: null, cause: 'bad_settings', detail, places: placesOf(settingsProblems) }];
}

/** Where to look first. */
function placesOf(problems: readonly Problem[]): readonly AlertPlace[] {
  return problems.slice(0, 1).map(({ file, line }) => ({ file, line }));
}

function problemLine(alert: WantedAlert): LogEvent {
  const event = alert.cause === 'bad_settings' ? 'bad_settings' : 'bad_goal';
  return {
    event,
    ...(alert.goal === null ? {} : { goal: alert.goal.id }),
    problems: alert.detail.split('\n'),
  };
}
