import { isDraft, type SettingsFile, type Thread } from '../../../src/rehearsal/github/records/records.ts';
import { withComment } from '../../../src/rehearsal/github/routes/comments.ts';
import type { StandIn } from '../../../src/rehearsal/github/server.ts';
import { merge } from './merge.ts';

/** What persons do in the web interface. */
export interface Person {
  /** Merges a pull request as one squashed commit. */
  merge(number: number, options?: { readonly shouldDeleteBranch?: boolean }): Promise<void>;
  close(number: number): Promise<void>;
  reopen(number: number): Promise<void>;
  openIssue(issue: {
    readonly title: string;
    readonly body?: string;
    readonly labels?: readonly string[];
    readonly author?: string;
  }): Promise<number>;
  /** Of a branch that is there, into the default branch. */
  openPull(pull: {
    readonly title: string;
    readonly body?: string;
    readonly labels?: readonly string[];
    readonly author?: string;
    readonly branch: string;
    readonly association: 'MEMBER' | 'CONTRIBUTOR' | 'NONE';
  }): Promise<number>;
  edit(number: number, text: { readonly title?: string; readonly body?: string }): Promise<void>;
  /** Gives the id of the comment. */
  comment(number: number, body: string, author?: string): Promise<number>;
  label(number: number, ...names: readonly string[]): Promise<void>;
  unlabel(number: number, name: string): Promise<void>;
  lock(number: number): Promise<void>;
  setVariable(name: string, value: string | null): Promise<void>;
  setOrganizationVariable(name: string, value: string | null): Promise<void>;
  setWorkflow(file: string, state: SettingsFile['workflows'][string]): Promise<void>;
  /** Everything else that is set for the whole repository. */
  configure(change: Partial<SettingsFile>): Promise<void>;
}

/** Whoever is not named otherwise. */
const MAINTAINER = 'maintainer';

type Deed = StandIn['act'];

export function openPerson(deed: Deed): Person {
  return {
    merge: (number, options = {}) => deed((site) => merge(site, number, options)),
    ...threadDeeds(deed),
    ...settingDeeds(deed),
  };
}

type SettingDeeds = Pick<Person, 'setVariable' | 'setOrganizationVariable' | 'setWorkflow' | 'configure'>;
type ThreadDeeds = Omit<Person, 'merge' | keyof SettingDeeds>;

function threadDeeds(deed: Deed): ThreadDeeds {
  const change = (number: number, act: (thread: Thread, now: string) => Thread): Promise<void> =>
    deed(async ({ store, now }) => {
      const thread = await store.thread(number);
      if (thread === null) throw new Error(`There is no issue or pull request with number ${number}.`);
      await store.save({ ...act(thread, now()), updated_at: now() });
    });
  return {
    close: (number) => change(number, ended),
    reopen: (number) => change(number, (thread) => ({ ...thread, state: 'open', closed_at: null })),
    openIssue: ({ title, body = '', labels = [], author = MAINTAINER }) =>
      deed(async ({ store, now }) => {
        const number = await store.nextNumber();
        const facts = { number, title, body, author, labels: [...labels] };
        const at = { created_at: now(), updated_at: now(), closed_at: null };
        await store.save({ ...facts, ...at, state: 'open', state_reason: null, locked: false, comments: [] });
        return number;
      }),
    openPull: ({ title, body = '', labels = [], author = MAINTAINER, branch, association }) =>
      deed(async ({ store, branches, now }) => {
        const number = await store.nextNumber();
        const { main, tips } = await branches.look();
        const facts = { number, title, body, author, association, labels: [...labels] };
        const ends = { branch, base: main, head: tips.get(branch) ?? '', merge_commit: null };
        const at = { created_at: now(), updated_at: now(), closed_at: null };
        const rest = { is_draft: false, reviewers: [], locked: false, comments: [] };
        await store.save({ ...facts, ...ends, ...at, ...rest, state: 'open' });
        return number;
      }),
    edit: (number, text) => change(number, (thread) => ({ ...thread, ...text })),
    async comment(number, body, author = MAINTAINER) {
      let id = 0;
      await change(number, (thread, now) => {
        const commented = withComment(thread, { author, body, now });
        id = commented.comment.id;
        return commented.thread;
      });
      return id;
    },
    label: (number, ...names) =>
      change(number, (thread) => ({ ...thread, labels: [...new Set([...thread.labels, ...names])] })),
    unlabel: (number, name) =>
      change(number, (thread) => ({ ...thread, labels: thread.labels.filter((each) => each !== name) })),
    lock: (number) => change(number, (thread) => ({ ...thread, locked: true })),
  };
}

function ended(thread: Thread, now: string): Thread {
  if (isDraft(thread)) return { ...thread, state: 'closed', closed_at: now };
  return { ...thread, state: 'closed', closed_at: now, state_reason: 'completed' };
}

function settingDeeds(deed: Deed): SettingDeeds {
  const variable = (kind: 'variables' | 'organization_variables') => (name: string, value: string | null) =>
    deed(({ store, now }) =>
      store.changeSettings((settings) => {
        const { [name]: _, ...others } = settings[kind];
        const changed = value === null ? {} : { [name]: { value, created_at: now(), updated_at: now() } };
        return { ...settings, [kind]: { ...others, ...changed } };
      }),
    );
  return {
    setVariable: variable('variables'),
    setOrganizationVariable: variable('organization_variables'),
    setWorkflow: (file, state) =>
      deed(({ store }) =>
        store.changeSettings((settings) => ({
          ...settings,
          workflows: { ...settings.workflows, [file]: state },
        })),
      ),
    configure: (change) =>
      deed(({ store }) => store.changeSettings((settings) => ({ ...settings, ...change }))),
  };
}
