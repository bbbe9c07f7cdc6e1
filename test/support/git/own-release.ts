import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionSource, INSTALLED_WORKFLOWS, sourceOf } from '../../../src/install/release.ts';
import { repositoryText } from '../workflows/workflow-files.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** This repository as a release that others install. */
export const OWN_RELEASE: ActionSource = {
  repository: 'acme/wakeful',
  commit: '0123456789abcdef0123456789abcdef01234567',
  version: 'v1.2.3',
  files: new Map(
    [
      ...INSTALLED_WORKFLOWS.map(sourceOf),
      '.github/wakeful.yml',
      ...readdirSync(join(ROOT, 'goals')).flatMap((name) => (name.endsWith('.yml') ? [`goals/${name}`] : [])),
    ].map((path) => [path, repositoryText(path).text]),
  ),
};
