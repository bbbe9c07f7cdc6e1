import * as v from 'valibot';
import { readMarker } from '../../core/marker.ts';
import type { Control } from '../../ports.ts';
import { isSameLogin } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsent } from './http/refused.ts';

const LABELS = '/repos/{owner}/{repo}/labels';
const Labels = v.array(
  v.object({ name: v.string(), color: v.string(), description: v.nullish(v.string(), null) }),
);
const Carriers = v.array(
  v.object({ user: v.nullable(v.object({ login: v.string() })), body: v.nullish(v.string(), '') }),
);
const MANY = { most: 1_000 };
/** GitHub gives it to a label that somebody puts on an issue and that was not there before. */
const MADE_BY_GITHUB = 'ededed';

export function labelRequests(context: GitHubContext): Pick<Control, 'ownLabels' | 'deleteLabel'> {
  const { requests } = context;
  return {
    ownLabels: (names, signal) => requests.call(signal, (call) => ownLabels(context, call, names)),
    deleteLabel: (name, signal) =>
      requests.call(signal, async (call) => {
        const gone = await orAbsent(call.send({ route: `DELETE ${LABELS}/{name}`, with: { name } }));
        return gone !== null;
      }),
  };
}

async function ownLabels(
  context: GitHubContext,
  call: GitHubCall,
  names: readonly string[],
): Promise<readonly string[]> {
  const all = await call.list({ route: `GET ${LABELS}` }, Labels, MANY);
  const made = all.filter(
    ({ name, color, description }) =>
      names.some((each) => isSameLogin(each, name)) &&
      color.toLowerCase() === MADE_BY_GITHUB &&
      (description ?? '') === '',
  );
  const own: string[] = [];
  for (const { name } of made) if (await isOnlyAgents(context, call, name)) own.push(name);
  return own;
}

/** Where there are too many to look at, somebody else may use it. */
async function isOnlyAgents(context: GitHubContext, call: GitHubCall, label: string): Promise<boolean> {
  const asked = { route: 'GET /repos/{owner}/{repo}/issues', with: { labels: label, state: 'all' } };
  const carriers = await call.list(asked, Carriers, MANY);
  const actor = await context.actor.login(call);
  // Drafts may have been opened by an App.
  const isAgents = ({ user, body }: v.InferOutput<typeof Carriers>[number]): boolean =>
    isSameLogin(user?.login ?? '', actor) ||
    (user?.login.endsWith('[bot]') === true && readMarker(body ?? '') !== null);
  return carriers.length < MANY.most && carriers.every(isAgents);
}
