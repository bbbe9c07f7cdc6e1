/** What is installed: one commit of Wakeful's own repository, and the files of it that every installation is made from. */
export interface ActionSource {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** E.g. `v1.2.3`; null: the commit is no release. */
  readonly version: string | null;
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
}

const WORKFLOW_FOLDER = '.github/workflows';
export const INSTALLED_WORKFLOWS = ['wake.yml', 'requests.yml', 'watchdog.yml', 'goals.yml'].map(
  (name) => `${WORKFLOW_FOLDER}/${name}`,
);

/** `wake.yml` with every event that a goal may name. That below `.github/workflows/` has those that the goals of its repository name. */
export const WHOLE_WAKE = '.github/wakeful/wake.yml';
export const WAKE_PATH = `${WORKFLOW_FOLDER}/wake.yml`;

/** What an installed workflow is made from. */
export function sourceOf(path: string): string {
  return path === WAKE_PATH ? WHOLE_WAKE : path;
}

/** The text of a file that each release has. */
export function textIn({ files, repository, commit }: ActionSource, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${repository} has no ${path} at ${commit}`);
  return text;
}

/** The address of a page of the newest commit: only what runs is pinned, so that an update changes few lines. */
export function pageOf({ repository }: ActionSource, path: string): string {
  return `https://github.com/${repository}/blob/HEAD/${path}`;
}

/** The address of a file, for programs. */
export function rawFile({ repository }: ActionSource, path: string): string {
  return `https://raw.githubusercontent.com/${repository}/HEAD/${path}`;
}

/** What stands behind `uses:`. */
export function actionAt({ repository, commit, version }: ActionSource): string {
  return `${repository}@${commit} # ${version ?? 'not a release'}`;
}
