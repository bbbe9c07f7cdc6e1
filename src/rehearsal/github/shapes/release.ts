import { LONG_AGO, type SettingsFile } from '../records/records.ts';
import type { Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';
import { userShape } from './user.ts';

type ReleaseRecord = SettingsFile['releases'][string][number];

/** `repository`: which may be another one than the site's. */
export function releaseShape(site: Site, repository: string, release: ReleaseRecord) {
  const { tag, notes, is_draft, is_prerelease } = release;
  const id = numericId('release', repository, tag);
  const url = `${site.apiUrl}/repos/${repository}/releases/${id}`;
  const [owner = ''] = repository.split('/');
  return {
    ...{ url, id, node_id: nodeId('RE', repository, tag), tag_name: tag, name: tag, body: notes },
    html_url: `${site.serverUrl}/${repository}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${site.apiUrl}/repos/${repository}/tarball/${tag}`,
    zipball_url: `${site.apiUrl}/repos/${repository}/zipball/${tag}`,
    ...{ target_commitish: 'main', draft: is_draft, prerelease: is_prerelease, assets: [] },
    ...{ created_at: LONG_AGO, published_at: LONG_AGO, author: userShape(site, owner) },
  };
}
