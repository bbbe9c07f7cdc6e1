import type { PlantedFault } from '../planted-fault.ts';

const NAMES = 'test/real-git/attacks/branch-names.test.ts';

/** Which branches are fetched: I10. */
export const REF_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I7',
    what: 'a file of the state that was not fetched reads as missing',
    file: 'src/adapters/git/stored-tree.ts',
    from: "if (blob?.type !== 'blob') throw new NotFetched(entry.path, question.commit);",
    to: "if (blob?.type !== 'blob') continue;",
    tests: ['test/real-git/git/on-demand.test.ts'],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'branches that begin like the state branch are fetched as well',
    file: 'src/adapters/git/state-branch.ts',
    from: 'args: fetchArgs(branches)',
    to: "args: [...fetchArgs(branches), '+refs/heads/wakeful-state*:refs/x/*']",
    tests: [NAMES],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'a branch with a full name stands in for one that is missing',
    file: 'src/adapters/git/state-branch.ts',
    from: '...branches.map(refspec), ...NAMED_LIKE_BRANCHES]',
    to: '...branches.map(refspec)]',
    tests: [NAMES],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'a tag that is named like the full name of the state branch is taken for it',
    file: 'src/adapters/git/state-branch.ts',
    from: "['heads', 'tags', 'remotes'].map(",
    to: "['heads', 'remotes'].map(",
    tests: ['test/real-git/attacks/branch-names.test.ts'],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'CI of a fork that is gone counts as that of the repository',
    file: 'src/config/github/run-cause.ts',
    from: '(head === null || head.full_name',
    to: '(head !== null && head.full_name',
    tests: ['test/rules/attacks/events-of-outsiders.test.ts'],
    unplayed: 'workflows',
  },
];
