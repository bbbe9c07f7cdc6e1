import * as v from 'valibot';
import type { Control } from '../../ports.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsent, RefusedRequest } from './http/refused.ts';

type VariableRequests = Pick<Control, 'readVariable' | 'setVariable' | 'deleteVariable'>;

const VARIABLES = '/repos/{owner}/{repo}/actions/variables';
const Variable = v.object({ name: v.string(), value: v.string() });
const Variables = v.pipe(
  v.object({ variables: v.array(Variable) }),
  v.transform(({ variables }) => variables),
);
/** An organisation may share so many with a repository; of variables GitHub gives at most 30 at once. */
const SHARED = { most: 1_000, pages: 34 };

export function variableRequests({ requests }: GitHubContext): VariableRequests {
  return {
    readVariable: (name, signal) =>
      requests.call(signal, async (call) => {
        const own = await call.find({ route: `GET ${VARIABLES}/{name}`, with: { name } }, Variable);
        if (own !== null) return own.value;
        await checkVisible(call);
        return sharedVariable(call, name);
      }),
    setVariable: (name, value, signal) => requests.call(signal, (call) => setVariable(call, name, value)),
    deleteVariable: (name, signal) =>
      requests.call(signal, async (call) => {
        const gone = await orAbsent(call.send({ route: `DELETE ${VARIABLES}/{name}`, with: { name } }));
        return gone !== null;
      }),
  };
}

/**
 * GitHub does not tell a token what it may not see from what is not there, and a variable that nobody could see might stop
 * the agent. The list is there for everybody who may see variables.
 */
async function checkVisible(call: GitHubCall): Promise<void> {
  await call.send({ route: `GET ${VARIABLES}`, with: { per_page: 1 } });
}

async function sharedVariable(call: GitHubCall, name: string): Promise<string | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/organization-variables';
  const shared = (await orAbsent(call.list({ route }, Variables, SHARED))) ?? [];
  return shared.find((variable) => variable.name.toUpperCase() === name.toUpperCase())?.value ?? null;
}

/** Replace, else create; when somebody else has created it in between, replace after all. */
async function setVariable(call: GitHubCall, name: string, value: string): Promise<void> {
  const replace = (): Promise<unknown> =>
    orAbsent(call.send({ route: `PATCH ${VARIABLES}/{name}`, with: { name, value } }));
  if ((await replace()) !== null) return;
  try {
    await call.send({ route: `POST ${VARIABLES}`, with: { name, value } });
  } catch (reason) {
    if (!(reason instanceof RefusedRequest && reason.status === 409)) throw reason;
    await replace();
  }
}
