import type { Control, GitHub, Issues, StateStore, Subjects, Workspace } from '../../ports.ts';

/**
 * What a call of a port does: `local` stays in the process, `look` changes nothing at the other side, `change` does, `push` moves
 * branches, `model` asks the model.
 */
export type CallKind = 'local' | 'look' | 'change' | 'push' | 'model';

type Methods<Port> = Readonly<Record<Exclude<keyof Port, 'requestTimeoutMs'>, CallKind>>;

interface CallKinds {
  readonly state: Methods<StateStore>;
  readonly workspace: Methods<Workspace>;
  readonly github: Methods<GitHub>;
  readonly issues: Methods<Issues>;
  readonly subjects: Methods<Subjects>;
  readonly control: Methods<Control>;
}

export type PortName = keyof CallKinds;

/** A method that is new to a port has to be given its kind here before it compiles. */
export const CALL_KINDS: CallKinds = {
  state: {
    fetch: 'look',
    fetchState: 'look',
    read: 'local',
    commit: 'local',
    push: 'push',
    branches: 'look',
  },
  workspace: {
    ...{
      fetchBranch: 'look',
      fetchCommit: 'look',
      fetchCommits: 'look',
      files: 'local',
      commitAt: 'look',
      newest: 'look',
      history: 'look',
    },
    ...{ changedPaths: 'look', merge: 'local', open: 'local' },
  },
  github: {
    ...{ findDrafts: 'look', createDraft: 'change', updateDraft: 'change', closeDraft: 'change' },
    ...{ listAlertIssues: 'look', openAlertIssue: 'change', updateAlertIssue: 'change' },
    ...{ closeAlertIssue: 'change', wakeState: 'look', serverTime: 'look', isDisabled: 'look' },
    ...{ branchRules: 'look', bindingRules: 'look', lastWords: 'look' },
  },
  issues: {
    ...{ list: 'look', read: 'look', labelNames: 'look', comment: 'change', label: 'change' },
    ...{
      unlabel: 'change',
      findOpened: 'look',
      open: 'change',
      listOpened: 'look',
      readOpened: 'look',
      change: 'change',
    },
  },
  subjects: {
    ...{ failedRuns: 'look', readRun: 'look', pulls: 'look', readPull: 'look', pullFiles: 'look' },
    newestRelease: 'look',
  },
  control: {
    ...{ permissionOf: 'look', readVariable: 'look', setVariable: 'change', deleteVariable: 'change' },
    ...{ workflow: 'look', enableWorkflow: 'change', disableWorkflow: 'change', startWorkflow: 'change' },
    ...{ newestRun: 'look', answerComment: 'change', repositoryFacts: 'look', rulesets: 'look' },
    ...{ environment: 'look', identity: 'look', releases: 'look' },
    ...{ ownLabels: 'look', deleteLabel: 'change' },
  },
};
