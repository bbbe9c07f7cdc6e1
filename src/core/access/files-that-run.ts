import { foldPath } from './path.ts';
import { type ProtectionRules, protectedAs } from './protected-paths.ts';

/**
 * Ordinary files that run, or say what runs, when somebody installs, builds, tests or deploys the project. A goal may write
 * them under a wildcard, because all code of a project runs there; a person should see at once that a draft changes them.
 */
const RUNS: readonly RegExp[] = [
  /\.(?:sh|bash|zsh|fish|ksh|ps1|psm1|psd1|bat|cmd|command)$/,
  /(?:^|\/)(?:scripts?|bin|hooks?|\.?githooks|ci|deploy|tools?)\//,
  /(?:^|\/)(?:package|composer|deno|turbo|nx|lerna|project|jsr|tsconfig[^/]*|cypress)\.jsonc?$/,
  /(?:^|\/)(?:[^/]*[.-]lock(?:\.ya?ml|\.json|\.hcl|b)?|go\.(?:mod|sum|work)|npm-shrinkwrap\.json|pnpm-workspace\.ya?ml)$/,
  /(?:^|\/)(?:gnu)?makefile(?:\.[^/]*)?$|\.(?:mk|mak|cmake|ninja)$/,
  /(?:^|\/)(?:cmakelists\.txt|meson\.build|sconstruct|sconscript|configure(?:\.ac)?|wscript)$/,
  /(?:^|\/)(?:[^/]+\.)?(?:docker|container|vagrant|proc|just|rake|gem|tilt|earth|snake|brew|task|pip|fast|pod|dangerfile|guard|cap)file(?:\.[^/]*)?$/,
  /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$|(?:^|\/)(?:skaffold|taskfile|pubspec|app|serverless|pulumi[^/]*|chart)\.ya?ml$/,
  /(?:^|\/)(?:setup\.(?:py|cfg)|pyproject\.toml|tox\.ini|noxfile\.py|conftest\.py|sitecustomize\.py|requirements[^/]*\.txt|pytest\.ini|manage\.py|environment\.ya?ml)$|\.pth$/,
  /(?:^|\/)(?:cargo\.toml|build\.rs|rust-toolchain(?:\.toml)?|mix\.exs|rebar\.config|build\.zig(?:\.zon)?|dune-project|stack\.ya?ml|project\.clj|build\.sbt|pom\.xml|build\.xml|package\.swift|gradlew|mvnw)$/,
  /\.(?:gradle(?:\.kts)?|sbt|csproj|fsproj|vbproj|vcxproj|props|targets|sln|nuspec|gemspec|cabal|podspec|bzl|nix|tf|tfvars|hcl)$/,
  /(?:^|\/)(?:build|workspace|module)(?:\.bazel)?$/,
  /(?:^|\/)[^/]*\.?(?:config|conf|setup|workspace)\.(?:[cm]?[jt]sx?|mts|cts)$|(?:^|\/)(?:gulpfile|gruntfile|jakefile)\.[^/]*$/,
  /(?:^|\/)phpunit[^/]*\.xml$|(?:^|\/)build\.[cm]?[jt]s$/,
];

/** Whether a file at this path runs, or says what runs, as far as its name tells. */
export function runsByName(path: string, rules: ProtectionRules): boolean {
  const folded = foldPath(path);
  return protectedAs(path, rules) !== null || RUNS.some((pattern) => pattern.test(folded));
}
