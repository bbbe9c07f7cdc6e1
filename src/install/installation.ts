import { RECORD_FILE } from '../config/install/record-file.ts';
import { hasCommands } from '../core/goal.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { utf8Bytes } from '../core/text/bytes.ts';
import { type GoalSnapshot, readGoals } from '../ledger/snapshot.ts';
import type { Sha, StoredFile } from '../ports.ts';
import { blobId } from '../tree/blob-id.ts';
import { goalText } from './goal-texts.ts';
import { recordText } from './install-record.ts';
import { type ActionSource, INSTALLED_WORKFLOWS, sourceOf, textIn } from './release.ts';
import { type SettingsChoices, settingsText } from './settings-text.ts';
import type { Survey } from './survey.ts';
import { workflowText } from './workflow-texts.ts';

/** What a person decides before anything is written. */
export interface InstallChoices extends Omit<SettingsChoices, 'goalsFolder'> {
  /** Ids of samples. */
  readonly goals: readonly string[];
  /** Whether an App opens the drafts. */
  readonly hasApp: boolean;
}

export interface InstallOrder {
  readonly release: ActionSource;
  readonly survey: Survey;
  readonly choices: InstallChoices;
  /** Of the repository's commits: git has two kinds of ids. */
  readonly commit: Sha;
}

export interface Installation {
  /** Path → text of every file that is added. */
  readonly files: ReadonlyMap<string, string>;
  /** What the added goals and settings would let the agent do. */
  readonly goals: GoalSnapshot;
}

/** Where goals lie: in a folder of their own, if the usual one is something else here. */
function goalsFolderFor({ isGoalsFolderTaken }: Survey): string {
  return isGoalsFolderTaken ? '.github/goals' : 'goals';
}

/** Every file of an installation. */
export async function installationOf(order: InstallOrder, signal: AbortSignal): Promise<Installation> {
  const { release, survey, choices, commit } = order;
  const goalsFolder = goalsFolderFor(survey);
  const settings = settingsText(release, { ...choices, goalsFolder });
  const own = new Map([
    [SETTINGS_FILE, settings],
    ...choices.goals.map((id) => [`${goalsFolder}/${id}.yml`, goalText(id, release, survey)] as const),
  ]);
  const goals = await goalsOf(own, commit, signal);
  const events = [...new Set(goals.goals.flatMap(({ on }) => on))];
  const workflows = INSTALLED_WORKFLOWS.map((path) => {
    const { hasApp } = choices;
    const parts = { events, goalsFolder, hasApp, hasCommands: goals.goals.some(hasCommands) };
    const text = workflowText(textIn(release, sourceOf(path)), release, parts);
    return [path, text] as const;
  });
  const files = new Map([...workflows, ...own]);
  const ids = Object.fromEntries([...files].map(([path, text]) => [path, idOf(text, commit)]));
  return { files: new Map([...files, [RECORD_FILE, recordText(release, ids)]]), goals };
}

/** The id that git gives to a text. */
export function idOf(text: string, commit: Sha): Sha {
  return blobId(utf8Bytes(text), commit.length === 40 ? 'sha1' : 'sha256');
}

/** The goals and settings among texts that are not committed yet. */
export function goalsOf(
  files: ReadonlyMap<string, string>,
  commit: Sha,
  signal: AbortSignal,
): Promise<GoalSnapshot> {
  const read = async (_: Sha, paths: readonly string[]): Promise<ReadonlyMap<string, StoredFile>> => {
    const wanted = [...files].filter(([path]) =>
      paths.some((each) => path === each || (each.endsWith('/') && path.startsWith(each))),
    );
    return new Map(wanted.map(([path, text]) => [path, { blob: idOf(text, commit), text }]));
  };
  return readGoals({ read }, { commit }, signal);
}

/** Paths that an installation would write and that hold something already. */
export function inTheWay(files: Iterable<string>, there: ReadonlySet<string>): readonly string[] {
  return [...files].filter((path) => there.has(path));
}
