import { join } from 'node:path';
import * as v from 'valibot';
import type { Branches, Refs } from './branches.ts';
import { takeNumber, writeWhole } from './files.ts';
import { draftPage, issuePage } from './pages.ts';
import { numberedFiles, readRecord, writeRecord } from './record-files.ts';
import {
  CHECK,
  type CheckFile,
  DRAFT,
  type DraftFile,
  ISSUE,
  type IssueFile,
  isDraft,
  SETTINGS,
  type SettingsFile,
  type Thread,
} from './records.ts';

/** Everything that GitHub would keep, as files that a person can read and edit. */
export interface Store {
  /** By number. */
  drafts(): Promise<readonly DraftFile[]>;
  issues(): Promise<readonly IssueFile[]>;
  /** Null: there is neither a draft nor an issue with this number. */
  thread(number: number): Promise<Thread | null>;
  /** Writes the record and the page for people. */
  save(thread: Thread): Promise<void>;
  /** Runs of the repository's own workflows, oldest first. */
  checks(): Promise<readonly CheckFile[]>;
  saveCheck(check: CheckFile): Promise<void>;
  nextNumber(): Promise<number>;
  settings(): Promise<SettingsFile>;
  changeSettings(change: (settings: SettingsFile) => SettingsFile): Promise<void>;
}

export interface StoreOptions {
  readonly folder: string;
  readonly branches: Branches;
  readonly now: () => string;
}

export function openStore(options: StoreOptions): Store {
  const { folder, branches } = options;
  const path = (kind: 'drafts' | 'issues', number: number): string => join(folder, kind, `${number}.json`);
  const settings = async (): Promise<SettingsFile> =>
    (await readRecord(join(folder, SETTINGS_FILE), SETTINGS)) ?? v.parse(SETTINGS, {});
  return {
    async drafts() {
      const files = await numberedFiles(join(folder, 'drafts'));
      if (files.length === 0) return [];
      const refs = await branches.look();
      const drafts = await Promise.all(files.map((file) => readRecord(file, DRAFT)));
      return Promise.all(drafts.filter((draft) => draft !== null).map((draft) => seen(options, draft, refs)));
    },
    async issues() {
      const files = await numberedFiles(join(folder, 'issues'));
      const issues = await Promise.all(files.map((file) => readRecord(file, ISSUE)));
      return Promise.all(issues.filter((issue) => issue !== null).map((issue) => seen(options, issue)));
    },
    async thread(number) {
      const draft = await readRecord(path('drafts', number), DRAFT);
      if (draft !== null) return seen(options, draft, await branches.look());
      const issue = await readRecord(path('issues', number), ISSUE);
      return issue === null ? null : seen(options, issue);
    },
    async checks() {
      const files = await numberedFiles(join(folder, 'checks'));
      const checks = await Promise.all(files.map((file) => readRecord(file, CHECK)));
      return checks.filter((check) => check !== null);
    },
    saveCheck: (check) => writeRecord(join(folder, 'checks', `${check.number}.json`), check),
    save: (thread) => save(options, thread),
    nextNumber: () => takeNumber(join(folder, 'numbers')),
    settings,
    changeSettings: async (change) => writeRecord(join(folder, SETTINGS_FILE), change(await settings())),
  };
}

const SETTINGS_FILE = 'repository.json';

async function save({ folder, branches }: StoreOptions, thread: Thread): Promise<void> {
  const path = join(folder, isDraft(thread) ? 'drafts' : 'issues', String(thread.number));
  await writeRecord(`${path}.json`, thread);
  await writeWhole(`${path}.md`, isDraft(thread) ? await pageOf(thread, branches) : issuePage(thread));
}

async function pageOf(draft: DraftFile, branches: Branches): Promise<string> {
  const { tips } = await branches.look();
  const base = tips.get(draft.base);
  const change = base === undefined ? null : await branches.compare(base, draft.head);
  return draftPage(draft, change?.patch ?? null);
}

/** What has happened since behind the interface: a person's edit of the file, a push to the branch, its deletion. */
async function seen<T extends Thread>(
  options: StoreOptions,
  thread: T,
  refs: Refs | null = null,
): Promise<T> {
  const now = options.now();
  const noticed = {
    ...edited(thread, now),
    ...(isDraft(thread) && refs !== null ? pushed(thread, refs, now) : {}),
  };
  if (JSON.stringify(noticed) === JSON.stringify(thread)) return thread;
  await save(options, noticed);
  return noticed;
}

/** Whoever edits `state` by hand does not write down when: it was when it is first seen. */
function edited<T extends Thread>(thread: T, now: string): T {
  if ((thread.state === 'open') === (thread.closed_at === null)) return thread;
  return { ...thread, closed_at: thread.state === 'open' ? null : now, updated_at: now };
}

/** An open pull request follows its branch, and is closed with it. */
function pushed(draft: DraftFile, { tips }: Refs, now: string): Partial<DraftFile> {
  const isEnded = draft.state !== 'open' && draft.closed_at !== null;
  const tip = tips.get(draft.branch);
  if (isEnded || tip === draft.head) return {};
  if (tip !== undefined) return { head: tip, updated_at: now };
  return draft.state === 'open' ? { state: 'closed', closed_at: now, updated_at: now } : {};
}
