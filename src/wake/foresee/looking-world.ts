import { Halt } from '../../core/ending.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import type {
  GitHub,
  Issues,
  Model,
  ModelProvider,
  Question,
  Sha,
  StateStore,
  StoredFile,
  World,
} from '../../ports.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';

/** Goal and settings files that take the place of those of the default branch. */
export interface ProposedFiles {
  readonly goalsFolder: string;
  readonly files: ReadonlyMap<string, StoredFile>;
}

export interface LookingOptions {
  /** Null: the files of the default branch count. */
  readonly proposed: ProposedFiles | null;
  readonly stateBranch: string;
  /** How far its clock is ahead, ms. */
  readonly aheadMs: number;
  readonly asked: (question: Question) => void;
}

/**
 * The world of a wake of which nothing leaves the process: a push lands nowhere, GitHub and the model are not asked to do anything.
 * What such a wake decides is what a real one would decide.
 */
export function lookingWorld(world: World, options: LookingOptions): World {
  const { clock } = world;
  return {
    ...world,
    clock: {
      now: () => clock.now() + options.aheadMs,
      monotonic: () => clock.monotonic(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
      every: (ms, action) => clock.every(ms, action),
    },
    log: { line: () => undefined, progress: () => undefined },
    state: lookingStore(world.state, options),
    github: lookingGitHub(world.github),
    issues: lookingIssues(world.issues),
    model: silentModel(options.asked),
  };
}

/** What is pushed is kept here, and found again by the next fetch. */
function lookingStore(store: StateStore, { proposed, stateBranch }: LookingOptions): StateStore {
  let base: Sha | null = null;
  let pushed: Sha | null = null;
  return {
    fetch: async (signal) => {
      const tips = await store.fetch(signal);
      base = tips.base.commit;
      return pushed === null ? tips : { ...tips, state: pushed };
    },
    fetchState: async (signal) => pushed ?? store.fetchState(signal),
    read: async (commit, paths, signal) => {
      const found = await store.read(commit, paths, signal);
      return proposed === null || commit !== base ? found : withProposed(found, paths, proposed);
    },
    commit: (change, signal) => store.commit(change, signal),
    push: async (refs) => {
      pushed = refs.find(({ branch }) => branch === stateBranch)?.commit ?? pushed;
      return { kind: 'landed' };
    },
    branches: (prefix, signal) => store.branches(prefix, signal),
  };
}

function withProposed(
  found: ReadonlyMap<string, StoredFile>,
  asked: readonly string[],
  { goalsFolder, files }: ProposedFiles,
): ReadonlyMap<string, StoredFile> {
  const isReplaced = (path: string) => path === SETTINGS_FILE || path.startsWith(`${goalsFolder}/`);
  const isAsked = (path: string) =>
    asked.some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each));
  return new Map([
    ...[...found].filter(([path]) => !isReplaced(path)),
    ...[...files].filter(([path]) => isReplaced(path) && isAsked(path)),
  ]);
}

function changesNothing(): Promise<never> {
  return Promise.reject(new Halt('forbidden', RESULT_TEXTS.changesNothing));
}

function lookingGitHub(github: GitHub): GitHub {
  return {
    requestTimeoutMs: github.requestTimeoutMs,
    findDrafts: (branch, signal) => github.findDrafts(branch, signal),
    lastWords: (number, signal) => github.lastWords(number, signal),
    branchRules: (branch, signal) => github.branchRules(branch, signal),
    bindingRules: (branch, signal) => github.bindingRules(branch, signal),
    listAlertIssues: (known, signal) => github.listAlertIssues(known, signal),
    wakeState: (wake, signal) => github.wakeState(wake, signal),
    serverTime: (signal) => github.serverTime(signal),
    isDisabled: (signal) => github.isDisabled(signal),
    createDraft: changesNothing,
    updateDraft: changesNothing,
    closeDraft: changesNothing,
    openAlertIssue: changesNothing,
    updateAlertIssue: changesNothing,
    closeAlertIssue: changesNothing,
  };
}

function lookingIssues(issues: Issues): Issues {
  return {
    list: (query, signal) => issues.list(query, signal),
    read: (number, signal) => issues.read(number, signal),
    labelNames: (signal) => issues.labelNames(signal),
    findOpened: (marker, signal) => issues.findOpened(marker, signal),
    listOpened: (marker, signal) => issues.listOpened(marker, signal),
    readOpened: (number, marker, signal) => issues.readOpened(number, marker, signal),
    comment: changesNothing,
    label: changesNothing,
    unlabel: changesNothing,
    open: changesNothing,
    change: changesNothing,
  };
}

/** Takes the first question down and ends the task with it. */
function silentModel(asked: (question: Question) => void): ModelProvider {
  const model: Model = {
    ask: async (question) => {
      asked({ ...question, messages: [...question.messages] });
      const detail = RESULT_TEXTS.asksNoModel;
      return { kind: 'fault', fault: 'bad_request', isCharged: false, retryAfter: null, detail };
    },
  };
  return { name: ({ model }) => model, open: async () => model };
}
