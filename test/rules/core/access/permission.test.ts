import { describe, expect, it } from 'vitest';
import { denialText, PATH_PROBLEMS } from '../../../../src/agent/denial-texts.ts';
import { globProblem } from '../../../../src/core/access/matching/glob-problem.ts';
import { matchesGlobs } from '../../../../src/core/access/matching/globs.ts';
import {
  decidePath,
  type EntryKind,
  normalisePath,
  type PathAction,
} from '../../../../src/core/access/permission.ts';

const RULES = {
  permissions: { read: ['**'], write: ['**'], effects: ['draft_pull_request'] },
  protectedGlobs: ['infra/**', '*.lock'],
  goalsFolder: 'goals',
  agentFolders: [],
} as const;

function decide(
  path: string,
  how?: { action?: PathAction; kind?: EntryKind; rules?: Partial<typeof RULES> },
): string {
  const request = { action: how?.action ?? 'write', path, entryKind: how?.kind ?? 'file' } as const;
  const decision = decidePath(request, { ...RULES, ...how?.rules });
  return decision.kind === 'allowed' ? 'allowed' : denialText(path, decision.denial);
}

describe('normalisePath', () => {
  it.each([
    'a',
    'docs/a b.md',
    'docs/Übersicht.md',
    'a/b/c.d',
    '.env',
    'docs/it"s.md',
    'a~',
    'x/~/y',
    '日本/語.md',
    'src/[id].ts',
  ])('lets %j through unchanged', (path) => {
    expect(normalisePath(path)).toEqual({ kind: 'path', path });
  });

  it('takes a leading ./ off', () => {
    expect(normalisePath('././docs/a.md')).toEqual({ kind: 'path', path: 'docs/a.md' });
  });

  it.each([
    ['', 'empty'],
    ['.', 'empty'],
    ['./', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['C:/x', 'absolute'],
    ['c:x', 'absolute'],
    ['..', '..'],
    ['a/../b', '..'],
    ['a/./b', '. segment'],
    ['a//b', 'empty segment'],
    ['a/', 'empty segment'],
    ['a\\b', 'backslash'],
    ['a\0b', 'control character'],
    ['a\nb', 'control character'],
    ['a\u0085b', 'control character'],
    ['a\u200db', 'invisible character'],
    ['a\u202eb', 'invisible character'],
    ['a\ufeffb', 'invisible character'],
    ['a\u2028b', 'invisible character'],
    ['u\u0308.md', 'normal form C'],
    ['\ud800', 'valid Unicode'],
    ['a.', 'dot or a space'],
    ['a /b', 'dot or a space'],
    ['a\u3000/b', 'dot or a space'],
    ['~', '~'],
    ['~/x', '~'],
    ['.git', '.git folder'],
    ['a/.GIT/config', '.git folder'],
    ['a/.git::$INDEX_ALLOCATION/x', '.git folder'],
    ['a/GIT~1/x', '.git folder'],
    ['a/.ｇｉｔ/x', '.git folder'],
    ['x'.repeat(1_025), 'longer'],
    ['x'.repeat(256), 'longer'],
    ['a/b:c', 'colon'],
    ['a/LONGNA~1.MD', 'short form'],
    ['a/Con.txt', 'device'],
  ])('refuses %j: %s', (path, reason) => {
    const normal = normalisePath(path);
    expect(normal.kind === 'refused' && PATH_PROBLEMS[normal.problem]).toContain(reason);
  });
});

describe('I9: protected paths', () => {
  it.each([
    '.github/workflows/ci.yml',
    '.GitHub/Workflows/CI.yml',
    '.github',
    '.gitignore',
    '.gitattributes',
    'docs/.gitattributes',
    'vendor/.gitmodules',
    '.gitlab-ci.yml',
    'goals/a.yml',
    'Goals/a.yml',
    'state/STOP',
    'action.yml',
    'action.yaml',
    'Action.YML',
    'dist/index.js',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    'docs/codeowners',
    '.circleci/config.yml',
    '.travis.yml',
    'Jenkinsfile',
    'Jenkinsfile.release',
    'azure-pipelines.yml',
    'azure-pipelines-release.yaml',
    '.buildkite/pipeline.yml',
    '.drone.yml',
    '.drone.star',
    'bitbucket-pipelines.yml',
    '.woodpecker.yml',
    '.woodpecker/build.yml',
    'appveyor.yml',
    '.appveyor.yml',
    '.husky/pre-commit',
    '.npmrc',
    '.pre-commit-config.yaml',
    'AGENTS.md',
    'packages/a/AGENTS.md',
    'agents.md',
    'CLAUDE.md',
    'CLAUDE.local.md',
    'x/GEMINI.md',
    '.cursorrules',
    'x/.cursor/rules/a.mdc',
    '.windsurfrules',
    '.clinerules',
    '.aider.conf.yml',
    'x/.claude/settings.json',
    '.roo/rules.md',
    'docs/copilot-instructions.md',
    'infra/main.tf',
    'INFRA/main.tf',
    'yarn.LOCK',
    'ｓｔａｔｅ/STOP',
    'ſtate/STOP',
  ])('%s cannot be written or deleted, and can be read', (path) => {
    expect(decide(path)).toContain('protected');
    expect(decide(path, { action: 'delete' })).toContain('protected');
    expect(decide(path, { action: 'read' })).toBe('allowed');
  });

  it.each([
    'README.md',
    'docs/state/a.md',
    'packages/a/dist/x.js',
    'src/goals/x.ts',
    'goals.md',
    'statement.md',
    'src/actions.yml',
    'docs/agents-guide.md',
    'rooted.x',
    'src/jenkinsfile.ts',
    'packages/a/npmrc',
  ])('%s is an ordinary path', (path) => {
    expect(decide(path)).toBe('allowed');
  });

  it('follow the goals folder of the settings', () => {
    const rules = { goalsFolder: 'config/goals' as 'goals' };
    expect(decide('config/goals/a.yml', { rules })).toContain('protected');
    expect(decide('goals/a.yml', { rules })).toBe('allowed');
  });
});

it('what the settings protect cannot be written, even where a goal names it', () => {
  const rules = {
    permissions: { read: ['**'], write: ['**', 'infra/a.tf', 'x.lock'], effects: ['draft_pull_request'] },
  } as unknown as Partial<typeof RULES>;
  for (const path of ['infra/a.tf', 'infra/b/c.tf', 'x.lock', 'INFRA/a.tf']) {
    expect(decide(path, { rules })).not.toBe('allowed');
    expect(decide(path, { rules, action: 'delete' })).not.toBe('allowed');
    expect(decide(path, { rules, action: 'read' })).toBe('allowed');
  }
});

describe('I10: permissions', () => {
  const only = {
    permissions: {
      read: ['docs/**'],
      write: ['docs/*.md', '!docs/secret*'],
      effects: ['draft_pull_request'],
    },
  } as const;

  it('deny what no glob names, and say which ones there are', () => {
    const rules = only as unknown as Partial<typeof RULES>;
    expect(decide('src/a.ts', { rules })).toBe(
      'src/a.ts is outside what this goal may write (docs/*.md, !docs/secret*)',
    );
    expect(decide('src/a.ts', { rules, action: 'read' })).toBe(
      'src/a.ts is outside what this goal may read (docs/**)',
    );
    expect(decide('docs/a.md', { rules })).toBe('allowed');
    expect(decide('docs/deep/a.md', { rules })).toContain('outside');
  });

  it('take away what a glob with ! names', () => {
    const rules = only as unknown as Partial<typeof RULES>;
    expect(decide('docs/secret.md', { rules })).toContain('outside');
  });

  it('deny every change without the effect of a draft', () => {
    const rules = { permissions: { read: ['**'], write: ['**'], effects: ['open_issue'] } } as const;
    expect(decide('a.md', { rules: rules as unknown as Partial<typeof RULES> })).toContain(
      'draft_pull_request',
    );
  });

  it.each(['symlink', 'submodule', 'lfs_pointer'] as const)('deny reading and changing a %s', (kind) => {
    expect(decide('a', { kind })).not.toBe('allowed');
    expect(decide('a', { kind, action: 'read' })).not.toBe('allowed');
    expect(decide('a', { kind, action: 'delete' })).not.toBe('allowed');
  });
});

describe('globs', () => {
  it('count dot files like others', () => {
    expect(matchesGlobs(['**'], 'a/.b/.c')).toBe(true);
    expect(matchesGlobs(['docs/**'], 'docs/.hidden')).toBe(true);
  });

  it('never allow anything by a negation alone', () => {
    expect(matchesGlobs(['!docs/**'], 'src/a.ts')).toBe(false);
  });

  it.each([
    `*${'a'.repeat(200)}`,
    'a'.repeat(1025),
    '*a*a*a*a*a',
    '+(a|b)',
    '**/**/**/**/**/x',
    '{a,{b,{c,{d,{e,f}}}}}',
  ])('of the model are refused when matching could take for ever: %s', (glob) => {
    expect(globProblem(glob)).not.toBeNull();
  });

  it.each(['[z-a].md', 'docs/[!9-0]*', '{a,[b-c9-0]}', '[a-cz-x]'])(
    'of the model are refused when a range of theirs goes from back to front: %s',
    (glob) => {
      expect(globProblem(glob)).toBe('reversed_range');
    },
  );

  it.each(['**/*.md', 'docs/**', '*.{ts,js}', 'src/**/[a-c]*.ts', '[-z]', '[]-a]', '\\[z-a]', '[z-a'])(
    'of the model may be %s',
    (glob) => {
      expect(globProblem(glob)).toBeNull();
    },
  );
});
