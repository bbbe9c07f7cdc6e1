import { repositoryApi, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';

/** The colour that GitHub gives to labels which nobody has made before. */
const NEW_LABEL = 'ededed';

/** `described`: what a person has made of it; null: nobody has. */
export function labelShape(site: Site, name: string, described: string | null = null) {
  return {
    id: numericId('label', name),
    node_id: nodeId('LA', site.owner, site.name, name),
    url: `${repositoryApi(site)}/labels/${encodeURIComponent(name)}`,
    name,
    color: described === null ? NEW_LABEL : 'd73a4a',
    default: false,
    description: described,
  };
}
