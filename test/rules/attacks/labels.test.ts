import { expect, test } from 'vitest';
import { reasonNotToSet } from '../../../src/core/access/labels.ts';

const ATTEMPTS = [
  ...[
    'automerge',
    'auto-merge',
    'Auto Merge',
    'AUTOMERGE',
    'merge',
    'merge-queue',
    'merge when ready',
    'ready-to-merge',
  ],
  ...[
    'ok-to-test',
    'ok to test',
    'safe-to-test',
    'safe to test',
    'lgtm',
    'approved',
    'status: approved',
    'kodiak: merge',
  ],
  ...[
    'deploy',
    'deploy:production',
    'deploy-preview',
    'env/staging',
    'publish',
    'release',
    'release:major',
    'shipit',
  ],
  ...['backport', 'backport v1.2', 'backport/stable', 'cherry-pick', 'cherry-pick-approved', 'cherrypick'],
  ...['run-ci', 'run: e2e', 'ci:full', 'CI', 'e2e', 'retest', 'rebase', 'trigger build', 'test-this'],
  ...[
    'claude',
    'copilot',
    'jules',
    'ai-fix',
    'openhands',
    'codex:review',
    'autofix',
    'auto.merge',
    'auto\u200bmerge',
  ],
  ...[
    'autodeploy',
    'squash',
    'rollout',
    'canary',
    'prod',
    'test',
    'full-test',
    'benchmark',
    'nightly',
    'smoke',
  ],
  ...[
    'integration-tests',
    'ciflow/trunk',
    'ok2test',
    'okay-to-test',
    'go-ahead',
    'gtg',
    'uplift',
    'port-to-v1',
  ],
  ...[
    'semver:major',
    'bump:minor',
    'version-bump',
    'snapshot',
    'docker',
    'hotfix',
    'fix-me',
    'fixme',
    'implement',
  ],
  ...[
    'aider',
    'opencode',
    'amazon-q',
    'junie',
    'droid',
    'coderabbit',
    'greenlight',
    'enable-tests',
    'trusted',
  ],
  ...['skip-changelog', 'skip-tests', 'no-changelog', 'sync', 'autoclose', 'close', 'dispatch', 'workflow'],
  ...['ａｕｔｏｍｅｒｇｅ', 'queue', 'dependabot: automerge'],
];

test.each(ATTEMPTS)(
  'a goal without a list does not set the label %j, which may make a program act',
  (label) => {
    expect(reasonNotToSet(label, [])).toBe('starts_automation');
  },
);

test.each(ATTEMPTS)('a goal with a list sets %j only if it is in it', (label) => {
  expect(reasonNotToSet(label, [], ['docs'])).toBe('not_listed');
  expect(reasonNotToSet(label, [], ['docs', label.toUpperCase()])).toBeNull();
});

test('a list names neither what is the agent’s own nor what fills a queue', () => {
  expect(reasonNotToSet('Wakeful-alert', [], ['wakeful-alert'])).toBe('own');
  expect(reasonNotToSet('Triage', ['triage'], ['triage'])).toBe('queue');
});

test.each([
  ...[
    'bug',
    'docs',
    'documentation',
    'needs-info',
    'good first issue',
    'area: parser',
    'P1',
    'type/feature',
    'duplicate',
  ],
  ...[
    'question',
    'wontfix',
    'help wanted',
    'emergency',
    'circular imports',
    'a11y',
    'confirmed',
    'shipping address',
  ],
])('a goal without a list sets %j', (label) => {
  expect(reasonNotToSet(label, [])).toBeNull();
});
