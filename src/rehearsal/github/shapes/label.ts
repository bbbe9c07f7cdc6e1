import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';

/** The colour that GitHub gives to labels which nobody has made before. */
const NEW_LABEL = 'ededed';

export function labelShape(site: Site, name: string) {
  return {
    id: numericId('label', name),
    node_id: nodeId('LA', site.owner, site.name, name),
    url: `${repositoryApi(site)}/labels/${encodeURIComponent(name)}`,
    name,
    color: NEW_LABEL,
    default: false,
    description: null,
  };
}
