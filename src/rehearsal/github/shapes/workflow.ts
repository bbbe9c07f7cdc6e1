import { LONG_AGO } from '../records/records.ts';
import { repositoryApi, repositoryPage, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';

export function workflowShape(site: Site, file: string, state: string) {
  const id = workflowId(file);
  return {
    id,
    node_id: nodeId('W', file),
    name: file.replace(/\.ya?ml$/, ''),
    path: workflowPath(file),
    state,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    url: `${repositoryApi(site)}/actions/workflows/${id}`,
    html_url: `${repositoryPage(site)}/blob/HEAD/${workflowPath(file)}`,
    badge_url: `${repositoryPage(site)}/workflows/${encodeURIComponent(file)}/badge.svg`,
  };
}

export function workflowId(file: string): number {
  return numericId('workflow', file);
}

export function workflowPath(file: string): string {
  return `.github/workflows/${file}`;
}
