import * as v from 'valibot';
import type { PublishedRelease } from '../../../ports.ts';
import type { GitHubCall } from '../http/call.ts';

const ReleaseAnswer = v.object({
  id: v.number(),
  tag_name: v.string(),
  name: v.nullable(v.string()),
  body: v.nullish(v.string()),
  published_at: v.nullable(v.string()),
});

export async function newestRelease(call: GitHubCall): Promise<PublishedRelease | null> {
  const found = await call.find({ route: 'GET /repos/{owner}/{repo}/releases/latest' }, ReleaseAnswer);
  if (found === null) return null;
  const { id, tag_name: tag, name, body, published_at } = found;
  return { id, tag, name: name ?? '', body: body ?? '', publishedAt: published_at ?? '' };
}
