import { foldPath } from './matching/path.ts';

/** What a path is that a goal may not write because of a wildcard, or never. */
export type Protection =
  | 'github'
  | 'git'
  | 'state'
  | 'goal'
  | 'own_source'
  | 'code_owners'
  | 'built_code'
  | 'action'
  | 'ci'
  | 'editor'
  | 'hooks'
  | 'packages'
  | 'instructions'
  | 'hidden';

/** These decide what the agent may do, or what runs with rights: a goal cannot even name them. */
const NEVER: ReadonlySet<Protection> = new Set([
  'github',
  'git',
  'state',
  'goal',
  'own_source',
  'code_owners',
]);

interface ProtectedGlob {
  readonly as: Protection;
  readonly matches: RegExp;
}

/**
 * Compared with the folded path, so in any case. The first that matches says what a path is. The last is the rule: other
 * programs keep in names that begin with a dot what they run or obey, and no list of such programs is complete. The
 * others are what is known to run, or to be obeyed, by its name alone.
 */
const PROTECTIONS: readonly ProtectedGlob[] = [
  { as: 'github', matches: /^\.github(?:\/|$)/ },
  { as: 'git', matches: /^\.git|(?:^|\/)\.git(?:attributes|modules)$/ },
  { as: 'state', matches: /^state(?:\/|$)/ },
  { as: 'code_owners', matches: /^(?:docs\/)?codeowners$/ },
  { as: 'built_code', matches: /^dist(?:\/|$)/ },
  { as: 'action', matches: /(?:^|\/)action\.ya?ml$/ },
  {
    as: 'ci',
    matches:
      /(?:^|\/)(?:\.(?:circleci|buildkite|woodpecker|drone|tekton|teamcity|semaphore|codefresh|azure-pipelines|azuredevops|builds|forgejo|gitea|ci)(?:[^/]*$|\/)|(?:[^/]+\.)?jenkinsfile(?!\.(?:[cm]?[jt]sx?|md)$)[^/]*$|\.?zuul\.d\/|(?:[^/]+\.)?gitlab-ci\.ya?ml$)/,
  },
  {
    as: 'ci',
    matches:
      /(?:^|\/)(?:\.?travis|azure-pipelines?[^/]*|bitbucket-pipelines|\.?appveyor|\.cirrus|codefresh|wercker|\.?buildkite|cloudbuild|buildspec|appspec|amplify|\.build|\.?readthedocs|\.?zuul|\.?prow|\.?shippable|\.?vela|\.?mergify|render|heroku|bitrise|codemagic|buddy|screwdriver|semaphore|apphosting|okteto|azure|dependabot|ellipsis|smithery)(?:[-_.][^/]*)?\.(?:ya?ml|star)$|(?:^|\/)buildspec\//,
  },
  {
    as: 'ci',
    matches:
      /(?:^|\/)(?:(?:netlify|\.kodiak|bors|fly|railway|wrangler|nixpacks|samconfig|project)(?:\.[^/]*)?\.toml|(?:vercel|now|railway|railpack|wrangler|firebase|dagger|eas|app|cdk|staticwebapp\.config|greptile|\.?renovate)\.(?:json[c5]?|[cm]?[jt]s)|release-please-config\.json)$/,
  },
  {
    as: 'ci',
    matches:
      /(?:^|\/)(?:cloudbuild|buildspec|fly|nixpacks|dockerrun\.aws|zbpack|northflank|scalingo|clevercloud|dokku|static|release-please-manifest)\.json$|(?:^|\/)captain-definition$/,
  },
  {
    as: 'ci',
    matches:
      /(?:^|\/)(?:skaffold|werf|garden|koyeb|zeabur|leapcell|northflank|qovery|bunnyshell|porter|convox|upsun|apprunner|railway|spinnaker|harness|concourse|captainhook|grumphp|overcommit|coderabbit|greptile|korbit|bito|sweep|aviator|graphite|trunk|goreleaser|jreleaser|labeler|probot)(?:[-_.][^/]*)?\.(?:ya?ml|json|toml)$/,
  },
  { as: 'ci', matches: /(?:^|\/)(?:shuttle|prek|qodo|pr[-_]agent|dist-workspace|knope)\.toml$/ },
  {
    as: 'ci',
    matches: /(?:^|\/)(?:firestore|storage|database)\.rules(?:\.json)?$|(?:^|\/)(?:netlify|supabase)\//,
  },
  // The name of a site, and what is served in the place of its files.
  { as: 'ci', matches: /(?:^|\/)(?:cname|_(?:redirects|headers|routes\.json|worker\.[cm]?[jt]s))$/ },
  { as: 'editor', matches: /(?:^|\/)\.(?:vscode|devcontainer|idea|run|vs|zed|fleet)(?:\/|\.json$|$)/ },
  {
    as: 'hooks',
    matches: /(?:^|\/)(?:\.husky(?:\/|$)|\.?lefthook[^/]*$|\.pre-commit-(?:config|hooks)\.ya?ml$)/,
  },
  {
    as: 'packages',
    matches: /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?pnpmfile\.[cm]?js|bunfig\.toml)$/,
  },
  {
    as: 'editor',
    matches:
      /\.(?:code-workspace|sublime-project|iml|ipr)$|(?:^|\/)(?:nbproject\/|devenv\.(?:local\.)?(?:ya?ml|nix)$)/,
  },
  {
    as: 'packages',
    matches: /(?:^|\/)(?:nuget\.config|pip\.(?:conf|ini)|uv\.toml|poetry\.toml|ivysettings\.xml|auth\.json)$/,
  },
  { as: 'editor', matches: /(?:^|\/)(?:mise(?:\.[^/]*)?\.toml$|mise\/|devbox\.json$)/ },
  {
    as: 'instructions',
    matches:
      /(?:^|\/)(?:(?:agents?|claude|codex|gemini|qwen|warp|crush|copilot|cursor|windsurf|opencode|replit|devin|jules|goose|amp|junie|kiro|droid|qodo|iflow|skill|best_practices|(?:ai|agents?|llm)[-_](?:instructions|rules))(?:\.[^/]*)?\.md|copilot-instructions[^/]*|(?:[^/]*[-_])?mcp(?:[-_][^/]*)?\.json|(?:gemini-extension|claude_desktop_config)\.json|(?:opencode|crush)\.jsonc?)$/,
  },
  {
    as: 'instructions',
    matches: /^(?:knowledge|conventions|instructions|rules|prompt|soul|heartbeat|identity|memory)\.md$/,
  },
  {
    as: 'instructions',
    matches:
      /(?:^|\/)(?:[^/]+\.(?:prompt|instructions|chatmode|agent)\.md|[^/]+\.mdc|(?:cursor|windsurf|cline)\.?rules|(?:amazonq|trae|antigravity|zed|aider|skills|openhands|jules|agents?)\.(?:md|txt)|(?:mcp|agents)[-_.a-z]*\.(?:ya?ml|toml)|copilot-setup-steps\.ya?ml|memory-bank\/.*)$/,
  },
  {
    as: 'instructions',
    matches:
      /(?:^|\/)\.(?:cursor|windsurf|clinerules|cline|roo(?:$|\/|modes|rules|ignore)|aider|claude|gemini|codex|continue|junie|kiro|goosehints|agents?\/|rules$|opencode|amazonq|augment|trae|openhands|aiassistant|kilocode|factory\/|mcp\.json)/,
  },
  { as: 'hidden', matches: /(?:^|\/)\./ },
];

export interface ProtectionRules {
  readonly goalsFolder: string;
  /** Where the repository holds the sources of this agent: `agentFolders` finds them. */
  readonly agentFolders: readonly string[];
}

/** What a path is protected as; null: it is not. The path is a normal one. */
export function protectedAs(path: string, { goalsFolder, agentFolders }: ProtectionRules): Protection | null {
  const folded = foldPath(path);
  const goals = foldPath(goalsFolder);
  if (folded === goals || folded.startsWith(`${goals}/`)) return 'goal';
  if (agentFolders.some((folder) => isOwnSource(folded, foldPath(folder)))) return 'own_source';
  return PROTECTIONS.find(({ matches }) => matches.test(folded))?.as ?? null;
}

/** Whether a goal may write such a path if `permissions.write` names it without a wildcard. */
export function mayBeNamed(protection: Protection): boolean {
  return !NEVER.has(protection);
}

/** A file that only the sources of this agent have; what is beside it is what a workflow of the agent runs. */
export const OWN_FILE = 'src/core/access/protected-paths.ts';
const OWN_SOURCES = /^(?:(?:src|scripts|dist|schema)(?:\/|$)|action\.ya?ml$|package(?:-lock)?\.json$)/;

/** The folders in which a repository has the sources of this agent, each with a `/` at its end; the root is `''`. */
export function agentFolders(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path === OWN_FILE || path.endsWith(`/${OWN_FILE}`))
    .map((path) => path.slice(0, -OWN_FILE.length));
}

function isOwnSource(path: string, folder: string): boolean {
  return path.startsWith(folder) && OWN_SOURCES.test(path.slice(folder.length));
}
