import { foldPath } from './path.ts';

/** What the model is told about them, in a few words. */
export const PROTECTED_IN_SHORT =
  '.github/, state/, dist/, action.yml, .git*, CODEOWNERS, .husky/, .npmrc, files of CI systems, editors and coding agents';

interface Protection {
  readonly what: string;
  readonly matches: RegExp;
}

/** Compared with the folded path, so in any case. Only at the root, unless the pattern says otherwise. */
const PROTECTIONS: readonly Protection[] = [
  { what: 'what GitHub runs and reads', matches: /^\.github(?:\/|$)/ },
  { what: 'a file that steers git', matches: /^\.git|(?:^|\/)\.git(?:attributes|modules)$/ },
  { what: "the agent's state", matches: /^state(?:\/|$)/ },
  { what: 'built code that runs', matches: /^dist(?:\/|$)/ },
  { what: 'the definition of an action', matches: /^action\.ya?ml$/ },
  { what: 'the list of code owners', matches: /^(?:docs\/)?codeowners$/ },
  {
    what: 'a file of a CI system',
    matches:
      /^(?:\.circleci|\.buildkite|\.woodpecker[^/]*|\.drone[^/]*|\.tekton|\.teamcity|\.semaphore|\.codefresh|\.azure-pipelines|\.azuredevops|\.builds|\.forgejo|\.gitea)(?:\/|$)/,
  },
  {
    what: 'a file of a CI system',
    matches:
      /^(?:\.?travis|azure-pipelines[^/]*|bitbucket-pipelines|\.?appveyor|\.cirrus|codefresh|wercker|\.?buildkite|cloudbuild|buildspec|\.build)\.(?:ya?ml|star)$/,
  },
  {
    what: 'a file of a CI system',
    matches:
      /^(?:\.ci(?:\/|$)|jenkinsfile[^/]*$|\.?(?:readthedocs|zuul|prow|shippable|vela|mergify)\.ya?ml$|\.?zuul\.d\/|(?:netlify|\.kodiak|bors)\.toml$|vercel\.json$|render\.yaml$)/,
  },
  {
    what: 'what runs where the repository is opened',
    matches: /^(?:\.vscode(?:\/|$)|\.devcontainer(?:\/|\.json$|$))/,
  },
  {
    what: 'hooks that run on other machines',
    matches: /^(?:\.husky(?:\/|$)|\.?lefthook[^/]*$|\.pre-commit-config\.ya?ml$)/,
  },
  {
    what: 'where packages come from',
    matches: /^(?:\.npmrc|\.yarnrc(?:\.yml)?|\.pnpmfile\.[cm]?js|bunfig\.toml)$/,
  },
  {
    what: 'instructions to coding agents',
    matches: /(?:^|\/)(?:agents?|claude|gemini|qwen|warp|crush)(?:\.[^/]*)?\.md$/,
  },
  {
    what: 'instructions to coding agents',
    matches:
      /(?:^|\/)(?:\.cursor|\.windsurf|\.clinerules|\.cline|\.roo(?:$|\/|modes|rules|ignore)|\.aider|\.claude|\.gemini|\.codex|\.continue|\.junie|\.kiro|\.goosehints|\.agents?\/|\.rules$|\.opencode|\.amazonq|\.augment|\.trae|\.openhands|\.aiassistant|\.kilocode|\.factory\/|copilot-instructions|\.mcp\.json)/,
  },
];

/** What a path is protected as, e.g. `a file of a CI system`; null: it is not. The path is a normal one. */
export function protectedAs(path: string, goalsFolder: string): string | null {
  const folded = foldPath(path);
  const goals = foldPath(goalsFolder);
  if (folded === goals || folded.startsWith(`${goals}/`))
    return 'a goal, which decides what the agent may do';
  return PROTECTIONS.find(({ matches }) => matches.test(folded))?.what ?? null;
}
