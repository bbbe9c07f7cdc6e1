import { expect, test } from 'vitest';
import { runsByName } from '../../../src/core/access/files-that-run.ts';
import { decidePath, normalisePath, type PathAction } from '../../../src/core/access/permission.ts';
import { protectedBySettings } from '../../../src/core/access/protected-by-settings.ts';
import { refusedGlob } from '../../../src/core/access/refused-globs.ts';

/** The widest permission that a goal file can give without naming a file. */
const WIDEST = ['**', '**/*', '.**/**', '**/.*', '**/.*/**'];

/** What another program reads and acts on, by that program. Each is tried at the place where the program looks. */
const ATTEMPTS: readonly (readonly [name: string, path: string])[] = [
  ['an action in a folder', 'tools/deploy/action.yml'],
  ['an action in a folder, the other ending', 'tools/deploy/action.yaml'],
  ['a reusable workflow of Forgejo in a folder', 'sub/.forgejo/workflows/ci.yml'],
  ['npm below a folder', 'packages/a/.npmrc'],
  ['Yarn below a folder', 'packages/a/.yarnrc.yml'],
  ['a release of Yarn', '.yarn/releases/yarn-4.0.0.cjs'],
  ['a plugin of Yarn', '.yarn/plugins/x.cjs'],
  ['hooks of pnpm below a folder', 'packages/a/.pnpmfile.cjs'],
  ['Bun below a folder', 'packages/a/bunfig.toml'],
  ['direnv', '.envrc'],
  ['direnv below a folder', 'docs/.envrc'],
  ['an environment file', '.env'],
  ['mise', 'mise.toml'],
  ['mise, hidden', '.mise.toml'],
  ['mise, local', 'docs/mise.local.toml'],
  ['mise, in its folder', 'mise/config.toml'],
  ['asdf', '.tool-versions'],
  ['JetBrains run configurations', '.idea/runConfigurations/x.xml'],
  ['JetBrains run configurations, shared', '.run/x.run.xml'],
  ['Visual Studio', '.vs/tasks.vs.json'],
  ['Zed', '.zed/tasks.json'],
  ['Fleet', '.fleet/run.json'],
  ['Vim', '.vimrc'],
  ['Vim, local', '.exrc'],
  ['Emacs', '.dir-locals.el'],
  ['Cargo', '.cargo/config.toml'],
  ['Cargo below a folder', 'crates/a/.cargo/config.toml'],
  ['Codex', 'codex.md'],
  ['Codex below a folder', 'docs/CODEX.md'],
  ['Copilot', 'docs/copilot-instructions.md'],
  ['OpenCode', 'opencode.json'],
  ['OpenCode with comments', 'opencode.jsonc'],
  ['instructions that override', 'src/AGENTS.override.md'],
  ['servers of tools', 'mcp.json'],
  ['Jenkins below a folder', 'ci/Jenkinsfile'],
  ['Jenkins with an ending', 'ci/release.Jenkinsfile'],
  ['Azure below a folder', 'ci/azure-pipelines.yml'],
  ['Azure, another name', 'build/azure-pipeline.release.yml'],
  ['Travis below a folder', 'sub/.travis.yml'],
  ['GitLab below a folder', 'sub/.gitlab-ci.yml'],
  ['GitLab templates', 'templates/deploy.gitlab-ci.yml'],
  ['CircleCI below a folder', 'sub/.circleci/config.yml'],
  ['Bitbucket below a folder', 'sub/bitbucket-pipelines.yml'],
  ['Cloud Build below a folder', 'app/cloudbuild.yaml'],
  ['CodeBuild below a folder', 'app/buildspec.yml'],
  ['CodeDeploy', 'appspec.yml'],
  ['Amplify', 'amplify.yml'],
  ['Cirrus in Starlark', '.cirrus.star'],
  ['Netlify below a folder', 'app/netlify.toml'],
  ['Vercel below a folder', 'app/vercel.json'],
  ['Render', 'app/render.yaml'],
  ['Fly', 'fly.toml'],
  ['Railway', 'railway.json'],
  ['Cloudflare', 'wrangler.toml'],
  ['Cloudflare, in JSON', 'wrangler.jsonc'],
  ['Firebase', 'firebase.json'],
  ['Heroku', 'heroku.yml'],
  ['Renovate', 'renovate.json'],
  ['Renovate, with comments', 'renovate.json5'],
  ['Concourse', '.concourse/pipeline.yml'],
  ['Earthly, hidden', '.earthly/config.yml'],
  ['Dagger', 'dagger.json'],
  ['Tekton', '.tekton/run.yaml'],
  ['a hook manager below a folder', 'sub/.husky/pre-commit'],
  ['Lefthook below a folder', 'sub/lefthook.yml'],
  ['pre-commit hooks', 'sub/.pre-commit-hooks.yaml'],
  ['ESLint, as a program', '.eslintrc.js'],
  ['Prettier, as a program', 'docs/.prettierrc.cjs'],
  ['Storybook', '.storybook/main.js'],
  ['a site generator', 'docs/.vitepress/config.ts'],
  ['Ruby start file', '.irbrc'],
  ['RSpec', 'gem/.rspec'],
  ['gdb', '.gdbinit'],
  ['lldb', '.lldbinit'],
  ['Bash', 'home/.bashrc'],
  ['Nix shells by direnv', '.direnv/x'],
  ['Bazel', '.bazelrc'],
  ['Maven', '.mvn/jvm.config'],
  ['Docker ignore', '.dockerignore'],
  ['code owners of GitLab', '.gitlab/CODEOWNERS'],
  ['Bitrise', 'bitrise.yml'],
  ['Codemagic', 'codemagic.yaml'],
  ['Buddy', 'buddy.yml'],
  ['Screwdriver', 'screwdriver.yaml'],
  ['App Hosting of Firebase', 'apphosting.yaml'],
  ['CodeBuild, another name', 'buildspec-prod.yml'],
  ['CodeBuild, in its folder', 'buildspec/release.yml'],
  ['Cloud Build, another name', 'cloudbuild-deploy.yaml'],
  ['builds of Expo', 'eas.json'],
  ['Nixpacks', 'nixpacks.toml'],
  ['Railpack', 'railpack.json'],
  ['buildpacks', 'project.toml'],
  ['the developer command line of Azure', 'azure.yaml'],
  ['Okteto', 'okteto.yml'],
  ['Vercel, as a program', 'vercel.ts'],
  ['buttons of Heroku', 'app.json'],
  ['CDK', 'cdk.json'],
  ['SAM', 'samconfig.toml'],
  ['Fly, another name', 'fly.production.toml'],
  ['Cloudflare, another name', 'wrangler.staging.toml'],
  ['Dependabot of others', 'dependabot.yml'],
  ['the name of a site', 'CNAME'],
  ['the name of a site below a folder', 'docs/CNAME'],
  ['redirects of a site', 'public/_redirects'],
  ['a worker of a site', 'public/_worker.js'],
  ['a workspace of an editor', 'my.code-workspace'],
  ['a project of Sublime', 'app.sublime-project'],
  ['a module of IntelliJ', 'app.iml'],
  ['NetBeans', 'nbproject/project.properties'],
  ['devenv', 'devenv.yaml'],
  ['NuGet', 'sub/NuGet.Config'],
  ['pip', 'pip.conf'],
  ['uv', 'uv.toml'],
  ['Poetry', 'poetry.toml'],
  ['logins of Composer', 'auth.json'],
  ['Jules', 'JULES.md'],
  ['Goose', 'docs/GOOSE.md'],
  ['a skill of an agent', 'skills/x/SKILL.md'],
  ['Codebuff', 'knowledge.md'],
  ['Qodo', 'best_practices.md'],
  ['Greptile', 'greptile.json'],
  ['Ellipsis', 'ellipsis.yaml'],
  ['servers of tools, another name', 'mcp_config.json'],
  ['servers of tools below a folder', 'sub/mcp-settings.json'],
  ['an extension of Gemini', 'gemini-extension.json'],
  ['instructions to any agent', 'docs/AI_INSTRUCTIONS.md'],
  ['a name that folds to a dot', '\u2024envrc'],
  ['a name that folds to a dot, wide', '．envrc'],
  ['an upper-case spelling', 'CI/JENKINSFILE'],
  ...`cloudbuild.json buildspec.json fly.json nixpacks.json Dockerrun.aws.json captain-definition skaffold.yaml sub/werf.yaml koyeb.yaml
    zeabur.yaml porter.yaml upsun.yaml apprunner.yaml railway.yml harness.yaml captainhook.json grumphp.yml overcommit.yml prek.toml
    coderabbit.yaml korbit.yaml sweep.yaml pr_agent.toml .pr_agent.toml aviator.yml trunk.yaml goreleaser.yml docs/labeler.yml
    firestore.rules storage.rules database.rules.json netlify/functions/x.js netlify/edge-functions/x.ts supabase/functions/x/index.ts
    SOUL.md HEARTBEAT.md MEMORY.md IDENTITY.md docs/a.prompt.md a.instructions.md docs/b.chatmode.md b.agent.md docs/rules.mdc
    sub/cursor.rules windsurf.rules AMAZONQ.md TRAE.md ANTIGRAVITY.md ZED.md AIDER.md SKILLS.md AGENTS.txt agents.yaml mcp.yaml
    mcp-config.toml copilot-setup-steps.yml memory-bank/x.md`
    .split(/\s+/)
    .map((path) => ['another program', path] as const),
];

const COPY = [
  ['the gate', 'src/agent/gate.ts'],
  ['the command line', 'src/cli.ts'],
  ['the build', 'scripts/build.ts'],
  ['the bundle', 'dist/action.mjs'],
  ['the packages', 'package.json'],
  ['the lock file', 'package-lock.json'],
] as const;

function mayWrite(
  path: string,
  { write = WIDEST, isAgentCopy = false, action = 'write' }: Partial<Tried> = {},
): boolean {
  const normal = normalisePath(path);
  if (normal.kind === 'refused') return false;
  const permissions = { read: ['**'], write, effects: ['draft_pull_request'] } as const;
  const rules = {
    permissions,
    protectedGlobs: [],
    goalsFolder: 'goals',
    agentFolders: isAgentCopy ? [''] : [],
  };
  return decidePath({ action, path: normal.path, entryKind: 'file' }, rules).kind === 'allowed';
}

interface Tried {
  readonly write: readonly string[];
  readonly isAgentCopy: boolean;
  readonly action: PathAction;
}

test.each(ATTEMPTS)('a goal that may write everything cannot write what runs: %s (%s)', (_, path) => {
  expect(mayWrite(path)).toBe(false);
  expect(mayWrite(path, { action: 'delete' })).toBe(false);
});

test.each(COPY)('in a copy of the agent, its own sources cannot be written: %s', (_, path) => {
  expect(mayWrite(path, { isAgentCopy: true })).toBe(false);
  expect(mayWrite(path, { isAgentCopy: true, write: [path] })).toBe(false);
});

test.each([
  ['git attributes', '.gitattributes'],
  ['git attributes below a folder', 'docs/.gitattributes'],
  ['submodules', '.gitmodules'],
  ['a workflow', '.github/workflows/ci.yml'],
  ['an action of the repository', '.github/actions/x/action.yml'],
  ["the agent's settings", '.github/wakeful.yml'],
  ['the state', 'state/STOP'],
  ['a goal', 'goals/a.yml'],
  ['code owners', 'CODEOWNERS'],
])('a goal that names it cannot write it either: %s', (_, path) => {
  expect(mayWrite(path, { write: [path, '**'] })).toBe(false);
});

test.each([
  ['a wildcard for its folder', ['.vscode/*']],
  ['a question mark', ['.vscode/settings.jso?']],
  ['a set', ['.vscode/settings.{json,yml}']],
  ['one character of a set', ['.vscode/settings.jso[n]']],
  ['another spelling', ['.VSCODE/settings.json', '**']],
  ['a backslash', ['.vscode/settings\\.json', '**']],
  ['the folder', ['.vscode', '.vscode/', '**']],
  ['the file, taken away again', ['.vscode/settings.json', '!.vscode/**']],
  ['the file, taken away in capitals', ['.vscode/settings.json', '!.VSCODE/**']],
  ['the file without its effect on others', ['.vscode/tasks.json', '**']],
])('a file that may be named is not named by %s', (_, write) => {
  expect(mayWrite('.vscode/settings.json', { write })).toBe(false);
});

test.each([
  '.vscode/settings.json',
  '.env.example',
  'docs/.vitepress/config.ts',
  'AGENTS.md',
  'ci/Jenkinsfile',
])('a goal that names %s may write it', (path) => {
  expect(mayWrite(path, { write: [path] })).toBe(true);
  expect(mayWrite(path, { write: ['docs/**', path] })).toBe(true);
});

test.each(['README.md', 'src/a.ts', 'package.json', 'Makefile', 'scripts/x.sh', 'docs/a/b.md', 'Dockerfile'])(
  'a goal that may write everything still writes %s',
  (path) => {
    expect(mayWrite(path)).toBe(true);
  },
);

const CLAIMS = {
  isProtected: await protectedBySettings({ protectedPaths: ['infra/**'] }),
  goalsFolder: 'goals',
  agentFolders: [] as readonly string[],
};

test.each([
  'src/**',
  'src/core/*.ts',
  'package.json',
  'schema/*.json',
  'scripts/x.sh',
  'dist/**',
  '{src,scripts}/**',
])('a goal file of a copy of the agent that asks to write %s is refused, another one is not', (glob) => {
  expect(refusedGlob(glob, { ...CLAIMS, agentFolders: [''] })?.kind).toBe('never');
  expect(refusedGlob(glob, CLAIMS)?.kind).not.toBe('never');
  const elsewhere = { ...CLAIMS, agentFolders: ['tools/agent/'] };
  expect(refusedGlob(`tools/agent/${glob}`, elsewhere)?.kind).toBe('never');
});

test.each([
  ['.github/workflows/ci.yml', 'never'],
  ['.github/**', 'never'],
  ['.gitattributes', 'never'],
  ['goals/**', 'never'],
  ['state/*.json', 'never'],
  ['CODEOWNERS', 'never'],
  ['.storybook/**', 'not_named'],
  ['**/.npmrc', 'not_named'],
  ['.*', 'not_named'],
  ['{.idea,.vscode}/*.{xml,json}', 'not_named'],
  ['*/action.yml', 'not_named'],
  ['docs/.vitepress/**/*.ts', 'not_named'],
  ['dist/**', 'not_named'],
  ['infra/main.tf', 'by_settings'],
] as const)(
  'a goal file that asks to write %s is refused, because its goal could write nothing there',
  (glob, kind) => {
    expect(refusedGlob(glob, CLAIMS)?.kind).toBe(kind);
  },
);

test.each([
  ...[
    '**',
    '*',
    '**/*.yml',
    'docs/**',
    '*.{md,yml}',
    '{.idea,docs}/**',
    '!.github/**',
    '[.]github/x',
    '{a,b}'.repeat(9),
  ],
  ...['.npmrc', 'AGENTS.md', 'docs/.vitepress/config.ts', 'action.yml', 'package.json', '**/dist/**'],
])('a goal file that asks to write %s is taken', (glob) => {
  expect(refusedGlob(glob, CLAIMS)).toBeNull();
});

test.each([
  ...[
    'package.json',
    'packages/a/package.json',
    'package-lock.json',
    'pnpm-lock.yaml',
    'yarn.lock',
    'Cargo.toml',
  ],
  ...[
    'Makefile',
    'GNUmakefile',
    'docker/Dockerfile.prod',
    'app.dockerfile',
    'docker-compose.yml',
    'Vagrantfile',
  ],
  ...[
    'install.sh',
    'a/b.ps1',
    'scripts/x.py',
    'bin/run',
    'setup.py',
    'pyproject.toml',
    'conftest.py',
    'tox.ini',
  ],
  ...['vitest.config.ts', 'jest.config.js', 'docs/vite.config.mts', 'Rakefile', 'Gemfile.lock', 'x.gemspec'],
  ...[
    'build.gradle.kts',
    'pom.xml',
    'go.mod',
    'build.rs',
    'flake.nix',
    'BUILD.bazel',
    'infra/main.tf',
    'a.csproj',
  ],
  ...[
    '.vscode/settings.json',
    'AGENTS.md',
    'ci/Jenkinsfile',
    'PACKAGE.JSON',
    'requirements-dev.txt',
    'tsconfig.json',
  ],
  ...'docs/conf.py docs/mkdocs.yml mkdocs.yml docs/book.toml docs/_config.yml docs/_plugins/x.rb _quarto.yml babel.config.json pkg/jest.config.json nodemon.json angular.json rush.json src-tauri/tauri.conf.json electron-builder.yml snapcraft.yaml PKGBUILD debian/rules pkg/x.spec gradle/wrapper/gradle-wrapper.properties gradle/wrapper/gradle-wrapper.jar sub/gradle.properties global.json Directory.Build.rsp pylintrc mypy.ini fabfile.py dodo.py tasks.py pants.toml BUCK config.ru Berksfile sub/Thorfile lib/tasks/x.rake deps.edn build.sc cabal.project renv/activate.R conanfile.py xmake.lua x.rockspec guix.scm helmfile.yaml base/kustomization.yaml dvc.yaml CMakePresets.json a.xcodeproj/project.pbxproj units/x.service crontab phpstan.neon rector.php Cartfile info.rkt web.config ansible.cfg a/x.vbs a/x.desktop a/x.reg shard.yml unknown-tool.toml unknown-tool.yml toolrc'.split(
    ' ',
  ),
])('a draft that changes %s says so at its top', (path) => {
  expect(runsByName(path, { goalsFolder: 'goals', agentFolders: [] })).toBe(true);
});

test.each(
  `lib/a.so a.dll b.dylib x.node y.wasm a.pyc b.whl c.gem d.deb setup.msi a.lnk b.url x.awk y.sed z.el a.vim b.gdb c.m4 Makefile.am
  configure.ac x.fsx y.qbs z.pro App.entitlements Info.plist a.ipynb main.bicep x.tofu udev/x.rules systemd/x.service x.socket
  db/migrate/1_x.rb migrations/001.sql alembic/versions/x.py config/initializers/x.rb dags/x.py conf.d/x.conf init.d/x cron.d/x
  xtask/src/main.rs buildSrc/src/A.kt roles/x/tasks/main.yml group_vars/all.yml charts/x/templates/a.yaml k8s/deployment.yaml
  binder/postBuild dev-requirements.txt requirements/dev.txt requirements.in constraints.txt MANIFEST.in meson_options.txt
  mocha.opts paket.dependencies go.work.sum Package.resolved gems.locked crontab.txt magefile.go tools.go Project.swift Setup.hs
  cabal.project.local config/application.rb config/runtime.exs db/seeds.rb cypress/support/e2e.js src/setupTests.js gulp/tasks.js
  project/build.properties phpunit.xml.dist my.cnf main.nf BUILD.pants`.split(/\s+/),
)('a draft that changes %s says so at its top, too', (path) => {
  expect(runsByName(path, { goalsFolder: 'goals', agentFolders: [] })).toBe(true);
});

test.each([
  'docs/config/a.md',
  'src/migrations.ts',
  'docs/requirements.md',
  'src/roles.ts',
  'docs/rules.md',
  'docs/agent.html',
  'docs/prompt.md',
  'README.md',
  'docs/scripts.md',
  'src/a.ts',
  'docs/package.md',
  'data/a.json',
  'src/lock.ts',
  'a/block.md',
  ...[
    'LICENSE',
    'CHANGELOG.md',
    'NOTICE',
    'docs/a.yml',
    'data/b.xml',
    'src/tasks/a.py',
    'docs/a.css',
    'logo.svg',
  ],
])('nothing is said of %s', (path) => {
  expect(runsByName(path, { goalsFolder: 'goals', agentFolders: [] })).toBe(false);
});
