import * as v from 'valibot';
import type { Control } from '../../ports.ts';
import type { GitHubCall } from './call.ts';
import type { GitHubContext } from './github-context.ts';
import { orAbsent, RefusedRequest } from './refused.ts';

type VariableRequests = Pick<Control, 'readVariable' | 'setVariable' | 'deleteVariable'>;

const VARIABLES = '/repos/{owner}/{repo}/actions/variables';
const Variable = v.object({ name: v.string(), value: v.string() });
const Variables = v.pipe(
  v.object({ variables: v.array(Variable) }),
  v.transform(({ variables }) => variables),
);
/** An organisation may share so many with a repository. */
const SHARED = 1_000;

export function variableRequests({ requests }: GitHubContext): VariableRequests {
  return {
    readVariable: (name, signal) =>
      requests.call(signal, async (call) => {
        const own = await call.find({ route: `GET ${VARIABLES}/{name}`, with: { name } }, Variable);
        return own?.value ?? (await sharedVariable(call, name));
      }),
    setVariable: (name, value, signal) => requests.call(signal, (call) => setVariable(call, name, value)),
    deleteVariable: (name, signal) =>
      requests.call(signal, async (call) => {
        const gone = await orAbsent(call.send({ route: `DELETE ${VARIABLES}/{name}`, with: { name } }));
        return gone !== null;
      }),
  };
}

async function sharedVariable(call: GitHubCall, name: string): Promise<string | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/organization-variables';
  const shared = (await orAbsent(call.list({ route }, Variables, { most: SHARED }))) ?? [];
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
