import { foldPath } from './matching/path.ts';
import { type ProtectionRules, protectedAs } from './protected-paths.ts';

/**
 * Ordinary files that run, or say what runs, when somebody installs, builds, tests or deploys the project. A goal may write
 * them under a wildcard, because all code of a project runs there; a person should see at once that a draft changes them.
 */
const RUNS: readonly RegExp[] = [
  // At the root tools look for their files by name, and no list of such names is complete.
  /^[^/]+\.(?:ya?ml|toml|json[c5]?|ini|cfg|conf|config|properties|xml|edn|neon|[cm]?[jt]s|py|rb|pl|php|lua|r|scm|rkt|sc|mill|tcl|groovy|kts|exs|nu)$/,
  /^(?!(?:licen[cs]e|copying|authors|contributors|notice|readme|changelog|changes|news|version|todo|patents|maintainers|thanks|history)$)[^/.]+$/,
  /(?:^|\/)[a-z]+file$/,
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
  /(?:^|\/)(?:conf|fabfile|dodo|tasks|usercustomize|conanfile)\.(?:py|txt)$|(?:^|\/)(?:_plugins|debian)\//,
  /(?:^|\/)(?:mkdocs|_config|_quarto|electron-builder|snapcraft|helmfile|kustomization|dvc|shard|package)\.ya?ml$/,
  /(?:^|\/)(?:[^/]+\.conf(?:ig)?|nodemon|angular|rush|typedoc|global|dub|vcpkg|cmake(?:user)?presets|package)\.json[c5]?$/,
  /(?:^|\/)(?:(?:book|pants|hatch|pixi|tox|julia)\.toml|gradle(?:-wrapper)?\.(?:properties|jar)|(?:mypy|alembic)\.ini|(?:ansible|nose)\.cfg|web\.config)$/,
  /(?:^|\/)(?:pylintrc|pkgbuild|apkbuild|buck|crontab|cabal\.project|activate\.r|(?:xmake|premake5)\.lua|(?:guix|manifest|channels)\.scm|rector\.php|phpstan[^/]*\.neon)$/,
  /\.(?:spec|rsp|rake|ru|edn|rockspec|nimble|pbxproj|xcscheme|service|timer|vbs|wsf|hta|scpt|applescript|desktop|reg|csx|jar|exe)$/,
  // Programs and libraries as they are, and what systems start by an ending.
  /\.(?:dylib|so|dll|node|wasm|class|war|pyc|pyd|egg|whl|gem|apk|deb|rpm|appimage|run|bin|msi|msc|lnk|url|scf|jse|vbe|wsh|ahk|au3|inf|pkla|socket|path|mount)$/,
  // Scripts of tools, and what builds obey.
  /\.(?:awk|sed|jq|el|vim|exp|expect|gdb|m4|am|ac|do|fsx|pri|pro|qbs|wixproj|xproj|filters|runsettings|ruleset|xcconfig|entitlements|plist|sls|wdl|cwl|ps1xml|psrc|dhall|opam|tofu|bicep|ipynb|rules)$/,
  /(?:^|\/)(?:migrations?|migrate|alembic|initializers|dags|[a-z]+\.d|udev|launchd|systemd|xtask|buildsrc|roles|playbooks|(?:group|host)_vars|charts|k8s|kubernetes|helm|flux|argocd|manifests|binder|_templates)\//,
  /(?:^|\/)(?:(?:[a-z]+[-_])?requirements[^/]*\.(?:txt|in)|requirements\/[^/]+|constraints[^/]*\.txt|manifest\.in|meson_options\.txt|meson\.options|configure\.in|remappings\.txt|mocha\.opts|paket\.[a-z]+|go\.work\.sum|package\.resolved|gems\.locked|crontab[^/]*)$/,
  /(?:^|\/)(?:mage(?:file)?|tools)\.go$|(?:^|\/)(?:project|tuist|workspace)\.swift$|(?:^|\/)setup\.l?hs$|(?:^|\/)cabal\.project[^/]*$|(?:^|\/)config\/[^/]+\.(?:rb|exs)$|(?:^|\/)(?:seeds?)\.(?:rb|exs|sql)$/,
  /(?:^|\/)cypress\/(?:plugins|support)\/|(?:^|\/)setuptests\.[cm]?[jt]sx?$|(?:^|\/)gulp\/|(?:^|\/)project\/build\.properties$|(?:^|\/)(?:autorun\.inf|my\.cnf|build\.boot|main\.nf|build\.pants|please\.build|dub\.sdl)$/,
  /(?:^|\/)phpunit[^/]*\.xml(?:\.dist)?$|(?:^|\/)build\.[cm]?[jt]s$/,
];

/** Whether a file at this path runs, or says what runs, as far as its name tells. */
export function runsByName(path: string, rules: ProtectionRules): boolean {
  const folded = foldPath(path);
  return protectedAs(path, rules) !== null || RUNS.some((pattern) => pattern.test(folded));
}
