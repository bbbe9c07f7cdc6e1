import { goalId } from '../config/goal/goal-file.ts';
import { parseGoalFiles } from '../config/goal/goal-files.ts';
import {
  type ModelOverrides,
  type SettingsInUse,
  settingsInUse,
  withModelOverrides,
} from '../config/settings/settings-file.ts';
import { decodeState } from '../config/state/state-files.ts';
import { protectedBySettings } from '../core/access/protected-by-settings.ts';
import type { Goal } from '../core/goal.ts';
import { SETTINGS_FILE, type Settings } from '../core/settings.ts';
import type { State } from '../core/state.ts';
import { RecentTexts } from '../core/text/recent-texts.ts';
import type { RequestedGoal } from '../core/work/settle-requests.ts';
import type { Sha, StateStore, StoredFile, Tips } from '../ports.ts';
import type { Problem } from '../report/problems/problem.ts';
import { STATE_FILES } from './read-state.ts';

/** Goals and settings of one commit of the default branch. */
export interface GoalSnapshot {
  /** The defaults where the settings file is not valid. */
  readonly settings: Settings;
  readonly settingsProblems: readonly Problem[];
  /** Valid goals only. */
  readonly goals: readonly Goal[];
  readonly goalProblems: readonly Problem[];
  /** The folder holds no goal file at all. */
  readonly hasNone: boolean;
}

const NO_OVERRIDES: ModelOverrides = { baseUrl: null, model: null };
const USUAL_FOLDER = 'goals';

export async function readGoals(
  store: Pick<StateStore, 'read'>,
  at: { readonly commit: Sha; readonly overrides?: ModelOverrides },
  signal: AbortSignal,
): Promise<GoalSnapshot> {
  const first = await store.read(at.commit, [SETTINGS_FILE, `${USUAL_FOLDER}/`], signal);
  const { overrides = NO_OVERRIDES } = at;
  const text = first.get(SETTINGS_FILE)?.text ?? null;
  const inUse = settingsInUse(text);
  const settings = withModelOverrides(inUse.settings, overrides);
  const folder = `${settings.goalsFolder}/`;
  const found = settings.goalsFolder === USUAL_FOLDER ? first : await store.read(at.commit, [folder], signal);
  const files = inFolder(found, folder);
  const key = JSON.stringify([text, overrides, [...files].map(([path, { blob }]) => [path, blob])]);
  const snapshot = snapshots.get(key) ?? (await parsed({ ...inUse, settings }, files));
  snapshots.set(key, snapshot);
  return snapshot;
}

/** A run reads the same files several times: what is in them changes with the default branch only. */
const snapshots = new RecentTexts<GoalSnapshot>(1_000_000);

async function parsed(inUse: SettingsInUse, files: ReadonlyMap<string, StoredFile>): Promise<GoalSnapshot> {
  const { settings } = inUse;
  const isProtected = await protectedBySettings(settings);
  const { goals, problems, hasNone } = parseGoalFiles(files, { settings, isProtected });
  return {
    settings,
    settingsProblems: inUse.problems,
    goals,
    goalProblems: problems,
    hasNone,
  };
}

function inFolder(files: ReadonlyMap<string, StoredFile>, folder: string): ReadonlyMap<string, StoredFile> {
  return new Map([...files].filter(([path]) => path.startsWith(folder)));
}

/** Everything that a command which only looks wants to know. */
export interface Snapshot extends GoalSnapshot {
  readonly tips: Tips;
  /** Null: the state branch does not exist yet. */
  readonly state: State | null;
  readonly problems: readonly Problem[];
}

export async function readSnapshot(
  world: { readonly state: StateStore },
  options: { readonly overrides?: ModelOverrides; readonly signal: AbortSignal },
): Promise<Snapshot> {
  const tips = await world.state.fetch(options.signal);
  const at = { commit: tips.base.commit, overrides: options.overrides ?? NO_OVERRIDES };
  const goals = await readGoals(world.state, at, options.signal);
  const files = tips.state === null ? null : await world.state.read(tips.state, STATE_FILES, options.signal);
  const state =
    files === null ? null : decodeState(new Map([...files].map(([path, { text }]) => [path, text])));
  return { ...goals, tips, state, problems: [...goals.settingsProblems, ...goals.goalProblems] };
}

/** A goal that somebody asks for, as it is known by its file and by the state. */
export function requestedGoal(
  { goals, goalProblems }: Pick<GoalSnapshot, 'goals' | 'goalProblems'>,
  { checkpoints }: State,
  id: string,
): RequestedGoal {
  return {
    goal: goals.find((each) => each.id === id),
    badFile: goalProblems.find(({ file }) => goalId(file) === id)?.file ?? null,
    checkpoint: Object.hasOwn(checkpoints, id) ? checkpoints[id] : undefined,
  };
}
