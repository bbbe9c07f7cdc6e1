/**
 * Writes `test/support/openapi/github.json`: the part of GitHub's official description of its REST API that tests hold
 * every request and every answer against. The description is far too large to be a dependency; get it like this:
 *
 *     cd $(mktemp -d) && npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
 *     node <repository>/scripts/openapi-subset.ts package/generated/api.github.com.json
 *
 * An operation that is not listed in `openapi/operations.ts` does not exist for the tests. Add it there, and run this again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OPERATIONS } from './openapi/operations.ts';
import { subsetOf } from './openapi/subset.ts';
import { subsetText } from './openapi/subset-text.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [path] = positionals;
if (path === undefined || positionals.length > 1) {
  console.error('Give the path of one api.github.com.json. The head of this script says where to get it.');
  process.exit(1);
}

const text = subsetText(subsetOf(JSON.parse(await readFile(path, 'utf8')), OPERATIONS));
const target = new URL('../test/support/openapi/github.json', import.meta.url);
await writeFile(target, text);
console.log(`${OPERATIONS.length} operations in ${Math.ceil(text.length / 1000)} kB`);
