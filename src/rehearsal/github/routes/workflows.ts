import * as v from 'valibot';
import { type ApiAnswer, NO_CONTENT, ok } from '../http/answer.ts';
import type { ApiCall, Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { notFound, refusal } from '../http/refusals.ts';
import { bodyOf } from '../http/request-body.ts';
import { workflowId, workflowPath, workflowShape } from '../shapes/workflow.ts';
import { runShapes } from './runs.ts';

const PATH = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';

export const WORKFLOW_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, needs: ['actions:read'], answer: read },
  {
    method: 'PUT',
    path: `${PATH}/enable`,
    needs: ['actions:write'],
    answer: (call) => setState(call, 'active'),
  },
  {
    method: 'PUT',
    path: `${PATH}/disable`,
    needs: ['actions:write'],
    answer: (call) => setState(call, 'disabled_manually'),
  },
  { method: 'POST', path: `${PATH}/dispatches`, needs: ['actions:write'], answer: dispatch },
  { method: 'GET', path: `${PATH}/runs`, needs: ['actions:read'], answer: runs },
];

interface Workflow {
  readonly file: string;
  readonly state: string;
  readonly text: string;
}

/** Known to GitHub is what lies on the default branch, by its file name or its id. */
async function workflowOf({ site, parameters }: ApiCall): Promise<Workflow> {
  const asked = parameters['workflow_id'] ?? '';
  const { main } = await site.branches.look();
  const listed = await site.branches.git(['ls-tree', '-z', '--name-only', main, '.github/workflows/']);
  const files = listed.split('\0').map((path) => path.replace(/^.*\//, ''));
  const file = files.find((name) => name !== '' && (name === asked || String(workflowId(name)) === asked));
  if (file === undefined) throw notFound();
  const { workflows } = await site.store.settings();
  const text = await site.branches.git(['cat-file', 'blob', `${main}:${workflowPath(file)}`]);
  return { file, state: workflows[file] ?? 'active', text };
}

async function read(call: ApiCall): Promise<ApiAnswer> {
  const { file, state } = await workflowOf(call);
  return ok(workflowShape(call.site, file, state));
}

async function setState(call: ApiCall, state: 'active' | 'disabled_manually'): Promise<ApiAnswer> {
  const { file } = await workflowOf(call);
  await call.site.store.changeSettings((settings) => ({
    ...settings,
    workflows: { ...settings.workflows, [file]: state },
  }));
  return NO_CONTENT;
}

const DISPATCH = v.looseObject({
  ref: v.string(),
  inputs: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
});

async function dispatch(call: ApiCall): Promise<ApiAnswer> {
  const { site } = call;
  const { file, state, text } = await workflowOf(call);
  const { ref, inputs } = bodyOf(call, 'WorkflowDispatch', DISPATCH);
  const { tips } = await site.branches.look();
  if (!tips.has(ref.replace(/^refs\/heads\//, ''))) throw refusal(422, `No ref found for: ${ref}`);
  if (!/^\s*workflow_dispatch\b|\bworkflow_dispatch\b.*\]/m.test(text)) {
    throw refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  if (state !== 'active') {
    throw refusal(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  }
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  await site.runs.queue({ workflow: file, event: 'workflow_dispatch', at: site.now(), inputs: texts });
  return NO_CONTENT;
}

async function runs(call: ApiCall): Promise<ApiAnswer> {
  const { file } = await workflowOf(call);
  const shapes = await runShapes(call, file);
  return paged(call, shapes, (workflow_runs) => ({ total_count: shapes.length, workflow_runs }));
}
