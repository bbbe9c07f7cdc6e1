import { AGENT, issueOf } from '../core/alert-state.ts';
import { compareText } from '../core/text/compare-text.ts';
import type { AlertResult } from '../core/wake-result.ts';
import type { AgentContext } from '../ledger/agent-context.ts';

/** The alerts of the newest state that is known, by fingerprint, with what this wake has told. */
export function alertResults({
  ledger,
  raised,
}: Pick<AgentContext, 'ledger' | 'raised'>): readonly AlertResult[] {
  const { alerts } = ledger.state;
  return Object.entries(alerts.alerts)
    .filter(([, record]) => record.wanted)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, record]) => ({
      goal: record.goal === AGENT ? null : record.goal,
      cause: record.cause,
      title: record.title,
      issue: issueOf(alerts, record),
      opened: raised.has(name),
      known: record.known,
    }));
}
