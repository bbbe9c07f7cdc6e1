import type { Finding } from '../../core/health/finding.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { APP_KEY, APP_VARIABLE, appFinding, appHidden } from '../../report/doctor/app-findings.ts';
import { pageAddress } from '../command-context.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/** Whether an App opens the drafts. `keys`: names of secrets that runs get; null: not known. */
export async function lookAtApp(examined: Examined, keys: readonly string[] | null): Promise<Finding> {
  const { access, world, tips, signal } = examined;
  const named = await lookAt(access, (control) => control.readVariable(APP_VARIABLE, signal));
  if (named.kind === 'unseen') return appHidden(named.why);
  const path = `.github/workflows/${WAKE_WORKFLOW}`;
  const files = await world.state.read(tips.base.commit, [path], signal);
  const facts = {
    isNamed: (named.value ?? '') !== '',
    hasKey: keys?.includes(APP_KEY) ?? null,
    isUsed: files.get(path)?.text.includes(APP_VARIABLE) === true,
  };
  return appFinding(facts, (page) => pageAddress(access, page));
}
