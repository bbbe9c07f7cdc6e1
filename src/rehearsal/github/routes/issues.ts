import * as v from 'valibot';
import type { Need } from '../http/access.ts';
import { created, NO_CONTENT, ok } from '../http/answer.ts';
import { type ApiCall, numberOf, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { invalid, refusal } from '../http/refusals.ts';
import { BODY, bodyOf, TITLE } from '../http/request-body.ts';
import { type IssueFile, isDraft, type Thread } from '../records/records.ts';
import { issueShape } from '../shapes/issue.ts';
import { labelShape } from '../shapes/label.ts';
import { allThreads, issuesDisabled, threadAt } from './facts.ts';
import { inState, since, sorted } from './order.ts';

const RESOURCE = 'Issue';
const READ: readonly Need[] = ['issues:read', 'pull_requests:read'];
const WRITE: readonly Need[] = ['issues:write', 'pull_requests:write'];

export const ISSUE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/labels', needs: READ, answer: labels },
  { method: 'DELETE', path: '/repos/{owner}/{repo}/labels/{name}', needs: WRITE, answer: deleteLabel },
  { method: 'GET', path: '/repos/{owner}/{repo}/issues', needs: READ, answer: list },
  { method: 'POST', path: '/repos/{owner}/{repo}/issues', needs: ['issues:write'], answer: open },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    needs: READ,
    answer: async (call) => ok(issueShape(call.site, await asked(call))),
  },
  { method: 'PATCH', path: '/repos/{owner}/{repo}/issues/{issue_number}', needs: WRITE, answer: change },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
    needs: WRITE,
    answer: addLabels,
  },
  {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
    needs: WRITE,
    answer: takeLabel,
  },
];

function asked(call: ApiCall): Promise<Thread> {
  return threadAt(call.site, numberOf(call, 'issue_number'));
}

/** Those that something carries, and those that somebody has described; the stand-in keeps no others. */
async function labels(call: ApiCall) {
  const names = (await allThreads(call.site)).flatMap((thread) => thread.labels);
  const { labels: described } = await call.site.store.settings();
  return paged(
    call,
    distinct([...Object.keys(described), ...names]).map((name) =>
      labelShape(call.site, name, described[name] ?? null),
    ),
  );
}

/** GitHub takes it off everything that carries it. */
async function deleteLabel(call: ApiCall) {
  const { site, parameters } = call;
  const isIt = (name: string): boolean => name.toLowerCase() === (parameters['name'] ?? '').toLowerCase();
  const carriers = (await allThreads(site)).filter((thread) => thread.labels.some(isIt));
  const { labels: described } = await site.store.settings();
  if (carriers.length === 0 && !Object.keys(described).some(isIt)) throw refusal(404, 'Not Found');
  for (const thread of carriers)
    await site.store.save({ ...thread, labels: thread.labels.filter((name) => !isIt(name)) });
  await site.store.changeSettings((settings) => ({
    ...settings,
    labels: Object.fromEntries(Object.entries(described).filter(([name]) => !isIt(name))),
  }));
  return NO_CONTENT;
}

async function list(call: ApiCall) {
  const { site, query } = call;
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const creator = query.get('creator');
  const { has_issues } = await site.store.settings();
  const threads = (await allThreads(site)).filter(
    (thread) =>
      (has_issues || isDraft(thread)) &&
      labels.every((label) => thread.labels.some((name) => name.toLowerCase() === label.toLowerCase())) &&
      (creator === null || creator === thread.author),
  );
  const found = sorted(call, since(call, inState(call, threads)));
  return paged(
    call,
    found.map((thread) => issueShape(site, thread)),
  );
}

const LONGEST_LABEL = 50;
const LABEL = v.pipe(
  v.union([
    v.string(),
    v.pipe(
      v.looseObject({ name: v.string() }),
      v.transform(({ name }) => name),
    ),
  ]),
  v.check((name) => name.trim() !== '', "name can't be blank"),
  v.check(
    (name) => [...name].length <= LONGEST_LABEL,
    `name is too long (maximum is ${LONGEST_LABEL} characters)`,
  ),
);

const NEW_ISSUE = v.looseObject({
  title: TITLE,
  body: v.optional(BODY, ''),
  labels: v.optional(v.array(LABEL), []),
});

async function open(call: ApiCall) {
  const { site, token } = call;
  if (!(await site.store.settings()).has_issues) throw issuesDisabled();
  const { title, body, labels } = bodyOf(call, RESOURCE, NEW_ISSUE);
  const now = site.now();
  const issue: IssueFile = {
    number: await site.store.nextNumber(),
    state: 'open',
    state_reason: null,
    title,
    author: token.login,
    labels: distinct(labels),
    locked: false,
    created_at: now,
    updated_at: now,
    closed_at: null,
    body,
    comments: [],
  };
  await site.store.save(issue);
  return created(issueShape(site, issue));
}

const CHANGE = v.looseObject({
  title: v.optional(TITLE),
  body: v.optional(BODY),
  labels: v.optional(v.array(LABEL)),
  state: v.optional(v.picklist(['open', 'closed'])),
  state_reason: v.optional(v.nullable(v.picklist(['completed', 'not_planned', 'duplicate', 'reopened']))),
});
type IssueChange = v.InferOutput<typeof CHANGE>;

async function change(call: ApiCall) {
  const { site } = call;
  const thread = await asked(call);
  const { title, body, labels, ...rest } = bodyOf(call, RESOURCE, CHANGE);
  const changed: Thread = {
    ...withState(thread, rest, site.now()),
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(labels === undefined ? {} : { labels: distinct(labels) }),
    updated_at: site.now(),
  };
  await site.store.save(changed);
  return ok(issueShape(site, changed));
}

function withState(thread: Thread, change: Pick<IssueChange, 'state' | 'state_reason'>, now: string): Thread {
  const { state, state_reason } = change;
  const isOpen = thread.state === 'open';
  if (state === undefined || (state === 'open') === isOpen) return thread;
  const closed_at = state === 'open' ? null : now;
  if (!isDraft(thread)) {
    const usual = state === 'open' ? 'reopened' : 'completed';
    return { ...thread, state, closed_at, state_reason: state_reason ?? usual };
  }
  if (thread.state === 'merged') throw invalid({ resource: RESOURCE, field: 'state', code: 'invalid' });
  return { ...thread, state, closed_at };
}

const LABELS = v.looseObject({ labels: v.array(LABEL) });

async function addLabels(call: ApiCall) {
  const { site } = call;
  const thread = await asked(call);
  const body = Array.isArray(call.body) ? { labels: call.body } : call.body;
  const { labels } = bodyOf({ ...call, body }, 'Label', LABELS);
  const all = distinct([...thread.labels, ...labels]);
  if (all.length > thread.labels.length) {
    await site.store.save({ ...thread, labels: all, updated_at: site.now() });
  }
  return ok(all.map((name) => labelShape(site, name)));
}

/** GitHub answers with the labels that are left; one that the issue does not have is not found. */
async function takeLabel(call: ApiCall) {
  const { site } = call;
  const thread = await asked(call);
  const name = (call.parameters['name'] ?? '').toLowerCase();
  const left = thread.labels.filter((each) => each.toLowerCase() !== name);
  if (left.length === thread.labels.length) throw refusal(404, 'Label does not exist');
  await site.store.save({ ...thread, labels: left, updated_at: site.now() });
  return ok(left.map((each) => labelShape(site, each)));
}

/** GitHub takes `Bug` and `bug` for one label. */
function distinct(names: readonly string[]): string[] {
  return [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].reverse();
}
