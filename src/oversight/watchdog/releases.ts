import type { WantedAlert } from '../../alerts/wanted-alert.ts';
import { RECORD_FILE, readRecord } from '../../config/install/record-file.ts';
import { missingFixes, securityVersions } from '../../core/health/security-releases.ts';
import type { ReleasesRecord } from '../../core/status.ts';
import { VERSION } from '../../core/text/versions.ts';
import { DAY_MS, isoTime } from '../../core/time.ts';
import type { AgentContext } from '../../ledger/agent-context.ts';
import type { Control, Sha, StateStore } from '../../ports.ts';
import { WATCHDOG_TEXTS } from '../../report/oversight/watchdog-texts.ts';
import { look } from '../observe.ts';

export interface ReleasesContext extends AgentContext {
  readonly world: AgentContext['world'] & {
    readonly state: Pick<StateStore, 'read'>;
    readonly control: Pick<Control, 'releases'>;
  };
  /** The commit of the default branch. */
  readonly base: Sha;
  /** `owner/name` where the Action comes from; undefined: from this repository. */
  readonly papers: string | undefined;
}

/** GitHub's tag of an answer is no longer. */
const LONGEST_TAG = 200;
const REPOSITORY_NAME = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

/** Looks once a day whether newer releases have a security fix, and remembers it. One sentence where it could not; null: all is well. */
export async function lookAtReleases(context: ReleasesContext): Promise<string | null> {
  const { world, settings, ledger, deadline } = context;
  const now = world.clock.now();
  const before = ledger.state.status.releases;
  if (!settings.tellsSecurityReleases || !isDue(before, now)) return null;
  const home = await homeOf(context);
  if (home === null) return null;
  const known = before?.home === home ? before : undefined;
  const ask = { repository: home, tag: known?.tag ?? null };
  const seen = await look(() => world.control.releases(ask, deadline.work));
  const listing = seen.kind === 'seen' ? seen.value : null;
  const kept = { security: known?.security ?? [], ...(known?.tag === undefined ? {} : { tag: known.tag }) };
  const found =
    listing === null
      ? kept
      : { security: securityVersions(listing.releases, kept.security), ...tagIn(listing) };
  await record(context, { home, asked_at: isoTime(now), ...found });
  return seen.kind === 'seen' ? null : WATCHDOG_TEXTS.releasesUnseen(home, seen.why);
}

/** Whatever came of the last look, GitHub is asked no more for a day. */
function isDue(before: ReleasesRecord | undefined, now: number): boolean {
  return before === undefined || now - Date.parse(before.asked_at) >= DAY_MS;
}

function tagIn({ tag }: { readonly tag: string | null }): Pick<ReleasesRecord, 'tag'> {
  return tag === null || tag.length > LONGEST_TAG ? {} : { tag };
}

/** Where the Action comes from: the runner says so; a copy of the template has it in its record. Null: from nowhere else. */
async function homeOf({ world, base, papers, order, deadline }: ReleasesContext): Promise<string | null> {
  const named = papers ?? (await recordedHome(world.state, base, deadline.work));
  const isElsewhere = named !== null && named.toLowerCase() !== order.repository.toLowerCase();
  return isElsewhere && REPOSITORY_NAME.test(named) ? named : null;
}

async function recordedHome(
  store: Pick<StateStore, 'read'>,
  base: Sha,
  signal: AbortSignal,
): Promise<string | null> {
  const files = await store.read(base, [RECORD_FILE], signal);
  return readRecord(files.get(RECORD_FILE)?.text ?? '')?.repository ?? null;
}

async function record(context: ReleasesContext, releases: ReleasesRecord): Promise<void> {
  const { ledger, deadline } = context;
  await ledger.commit(
    {
      apply: (state) => ({
        ...state,
        status: { ...state.status, releases: { ...state.status.releases, ...releases } },
      }),
      describe: () => ({ goal: null, what: WATCHDOG_TEXTS.recordReleases, epoch: null, step: null }),
      isIn: (state) => (state.status.releases?.asked_at ?? '') >= releases.asked_at,
    },
    deadline.work,
  );
}

/** Wanted as long as what runs here lacks a fix. A person who closes it has heard of that release, and hears of the next one. */
export function releaseAlerts({
  ledger,
  settings,
}: Pick<AgentContext, 'ledger' | 'settings'>): readonly WantedAlert[] {
  const { releases } = ledger.state.status;
  const missing = settings.tellsSecurityReleases ? missingFixes(releases, VERSION) : [];
  const [newest] = missing;
  if (releases === undefined || newest === undefined) return [];
  const detail = WATCHDOG_TEXTS.securityRelease({ home: releases.home, missing, own: VERSION });
  return [{ goal: null, cause: 'security_release', detail, about: newest }];
}
