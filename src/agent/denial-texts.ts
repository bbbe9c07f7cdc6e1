import type { LabelRefusal } from '../core/access/labels.ts';
import { LONGEST_NAME, LONGEST_PATH, type PathProblem } from '../core/access/matching/path.ts';
import type { Denial, RefusedEntry } from '../core/access/permission.ts';
import { mayBeNamed, type Protection } from '../core/access/protected-paths.ts';

/** What the model reads, and the log quotes, about a path that is not used. */
export const PATH_PROBLEMS: Readonly<Record<PathProblem, string>> = {
  empty: 'the path is empty',
  too_long: `the path is longer than ${LONGEST_PATH} characters`,
  not_unicode: 'the path is not valid Unicode',
  control_character: 'the path has a control character in it',
  invisible_character: 'the path has an invisible character in it',
  not_normal_form: 'the path is not in Unicode normal form C',
  backslash: 'the path has a backslash in it; separate folders by /',
  absolute: 'the path is absolute; paths start at the repository root',
  home: 'the path starts with ~; paths start at the repository root',
  empty_segment: 'the path has an empty segment; a path names a file, without a / at its end',
  parent: 'the path leaves its folder by ..',
  dot: 'the path has a . segment',
  dot_or_space_at_end: 'a segment of the path ends in a dot or a space',
  git_folder: 'the path leads into a .git folder',
  colon: 'a segment of the path has a colon in it, which names a stream of another file',
  short_name: 'a segment of the path looks like the short form of another name (~1)',
  device: 'a segment of the path is the name of a device',
  name_too_long: `a segment of the path is longer than ${LONGEST_NAME} bytes`,
};

/** Why the goal may not do something to a path. */
export function denialText(path: string, denial: Denial): string {
  switch (denial.kind) {
    case 'outside':
      return `${path} is outside what this goal may ${denial.action} (${denial.globs.join(', ') || 'nothing'})`;
    case 'no_draft':
      return 'this goal may not change files: its effects have no draft_pull_request';
    case 'protected':
      return `${path} is protected: it is ${PROTECTIONS[denial.as]}${mayBeNamed(denial.as) ? NAMING : ''}`;
    case 'protected_by_settings':
      return `${path} is protected by the settings`;
    case 'kept':
      return `${path} may be written, but not deleted or moved away: permissions.delete of this goal has ${denial.globs.join(', ') || 'nothing'}`;
    case 'other_file':
      return `${path} is not the file of this task, and in a queue over files a task writes its own file only (permissions.other_files); if it needs a change, name it in findings`;
    case 'not_a_file':
      return `${path} is ${ENTRIES[denial.is]}`;
  }
}

/** All that is said where another reason would tell of a path that may not be read. */
export const NOT_WRITABLE = (path: string) => `${path} cannot be written.`;

/** What a commit would have to hold is made by a program that the agent does not run. */
export const FILTERED = (path: string, filter: string) =>
  filter === 'lfs'
    ? `${path} belongs to Git LFS (filter=lfs in .gitattributes), which the agent cannot write; leave it as it is, or use a path that no such line names`
    : `${path} goes through the filter ${filter} of .gitattributes, which the agent does not run; leave it as it is, or use a path that no such line names`;

/** People read this in the log; the model cannot change its goal. */
const NAMING = ', and permissions.write does not name it without a wildcard';

const PROTECTIONS: Readonly<Record<Protection, string>> = {
  github: 'read or run by GitHub',
  git: 'a file that steers git',
  state: "the agent's state",
  built_code: 'built code that runs',
  action: 'the definition of an action',
  code_owners: 'the list of code owners',
  own_source: "one of the agent's own sources",
  ci: 'a file that a CI system or another service reads',
  editor: 'run where the repository is opened',
  hooks: 'a hook that runs on other machines',
  packages: 'a file that says where packages come from',
  instructions: 'a file of instructions to coding agents',
  hidden: 'a file or folder whose name begins with a dot, which other programs may run or obey',
  goal: 'a goal, which decides what the agent may do',
};

const ENTRIES: Readonly<Record<RefusedEntry, string>> = {
  unnameable: 'no name in UTF-8; such files are neither read nor changed',
  symlink: 'a symbolic link; links are neither read nor changed',
  submodule: 'a submodule; submodules are neither read nor changed',
  lfs_pointer: 'kept in Git LFS; such files are neither read nor changed',
};

/** Every protected path, in a few words. A goal may name some of them. */
export const PROTECTED_IN_SHORT =
  '.github/, .git*, other names that begin with a dot, state/, dist/, action.yml, CODEOWNERS, files of CI systems, of editors, of package managers and of coding agents';

/** Why the model may not set a label, after its name. */
export const LABEL_REFUSALS = {
  own: "is one of the agent's own",
  queue: 'puts an issue into the queue of a goal',
  not_listed: 'is not among the permissions.labels of this goal',
  starts_automation: 'may make other programs act, and permissions.labels of this goal does not name it',
} as const satisfies Readonly<Record<LabelRefusal, string>>;
