import { foldPath } from './path.ts';

/** What a path is that no goal may write. */
export type Protection =
  | 'github'
  | 'git'
  | 'state'
  | 'built_code'
  | 'action'
  | 'code_owners'
  | 'ci'
  | 'editor'
  | 'hooks'
  | 'packages'
  | 'instructions'
  | 'goal';

interface ProtectedPlace {
  readonly as: Protection;
  readonly matches: RegExp;
}

/** Compared with the folded path, so in any case. Only at the root, unless the pattern says otherwise. */
const PROTECTIONS: readonly ProtectedPlace[] = [
  { as: 'github', matches: /^\.github(?:\/|$)/ },
  { as: 'git', matches: /^\.git|(?:^|\/)\.git(?:attributes|modules)$/ },
  { as: 'state', matches: /^state(?:\/|$)/ },
  { as: 'built_code', matches: /^dist(?:\/|$)/ },
  { as: 'action', matches: /^action\.ya?ml$/ },
  { as: 'code_owners', matches: /^(?:docs\/)?codeowners$/ },
  {
    as: 'ci',
    matches:
      /^(?:\.circleci|\.buildkite|\.woodpecker[^/]*|\.drone[^/]*|\.tekton|\.teamcity|\.semaphore|\.codefresh|\.azure-pipelines|\.azuredevops|\.builds|\.forgejo|\.gitea)(?:\/|$)/,
  },
  {
    as: 'ci',
    matches:
      /^(?:\.?travis|azure-pipelines[^/]*|bitbucket-pipelines|\.?appveyor|\.cirrus|codefresh|wercker|\.?buildkite|cloudbuild|buildspec|\.build)\.(?:ya?ml|star)$/,
  },
  {
    as: 'ci',
    matches:
      /^(?:\.ci(?:\/|$)|jenkinsfile[^/]*$|\.?(?:readthedocs|zuul|prow|shippable|vela|mergify)\.ya?ml$|\.?zuul\.d\/|(?:netlify|\.kodiak|bors)\.toml$|vercel\.json$|render\.yaml$)/,
  },
  {
    as: 'editor',
    matches: /^(?:\.vscode(?:\/|$)|\.devcontainer(?:\/|\.json$|$))/,
  },
  {
    as: 'hooks',
    matches: /^(?:\.husky(?:\/|$)|\.?lefthook[^/]*$|\.pre-commit-config\.ya?ml$)/,
  },
  {
    as: 'packages',
    matches: /^(?:\.npmrc|\.yarnrc(?:\.yml)?|\.pnpmfile\.[cm]?js|bunfig\.toml)$/,
  },
  {
    as: 'instructions',
    matches: /(?:^|\/)(?:agents?|claude|gemini|qwen|warp|crush)(?:\.[^/]*)?\.md$/,
  },
  {
    as: 'instructions',
    matches:
      /(?:^|\/)(?:\.cursor|\.windsurf|\.clinerules|\.cline|\.roo(?:$|\/|modes|rules|ignore)|\.aider|\.claude|\.gemini|\.codex|\.continue|\.junie|\.kiro|\.goosehints|\.agents?\/|\.rules$|\.opencode|\.amazonq|\.augment|\.trae|\.openhands|\.aiassistant|\.kilocode|\.factory\/|copilot-instructions|\.mcp\.json)/,
  },
];

/** What a path is protected as; null: it is not. The path is a normal one. */
export function protectedAs(path: string, goalsFolder: string): Protection | null {
  const folded = foldPath(path);
  const goals = foldPath(goalsFolder);
  if (folded === goals || folded.startsWith(`${goals}/`)) return 'goal';
  return PROTECTIONS.find(({ matches }) => matches.test(folded))?.as ?? null;
}
