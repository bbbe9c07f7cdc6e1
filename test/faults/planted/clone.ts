import type { PlantedFault } from '../planted-fault.ts';

const CLONE = 'test/real-git/attacks/clone-content.test.ts';
const ON_DEMAND = 'test/real-git/git/on-demand.test.ts';
const ADDRESSES = 'test/rules/attacks/plain-http.test.ts';

/** What a clone and the address of a server can bring: I10, I13. */
export const CLONE_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'a repository may bring its own rehearsal',
    file: 'src/rehearsal/tracked-content.ts',
    from: 'if (first === null) return;',
    to: "if (first !== '.') return;",
    tests: [CLONE],
    unplayed: 'rehearsal',
  },
  {
    invariant: 'I10',
    what: 'a repository brings its own rehearsal where its index cannot be read',
    file: 'src/rehearsal/tracked-content.ts',
    from: '(await firstInHead(run, root, signal))',
    to: 'null',
    tests: [CLONE],
    unplayed: 'rehearsal',
  },
  {
    invariant: 'I10',
    what: 'git fetches what a repository lacks by the program that the repository names',
    file: 'src/adapters/git/run-git.ts',
    from: "GIT_NO_LAZY_FETCH: '1'",
    to: "GIT_NO_LAZY_FETCH: '0'",
    tests: [CLONE],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'git fetches what a clone lacks while it only reads',
    file: 'src/adapters/git/git-environment.ts',
    from: "GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none'",
    to: "GIT_NO_LAZY_FETCH: '0', GIT_ALLOW_PROTOCOL: 'file'",
    tests: [ON_DEMAND],
    unplayed: 'git',
  },
  {
    invariant: 'I10',
    what: 'a link leads a rehearsal into another folder',
    file: 'src/rehearsal/home.ts',
    from: 'if (found?.isSymbolicLink() !== true) return;',
    to: 'if (found?.isSymbolicLink() !== null) return;',
    tests: [CLONE],
    unplayed: 'rehearsal',
  },
  {
    invariant: 'I10',
    what: 'what lies in the bare repository of a rehearsal is obeyed',
    file: 'src/rehearsal/origin.ts',
    from: 'if (existsSync(ready)) return writeAnew(home, source.objectFormat);',
    to: 'if (existsSync(ready)) return;',
    tests: [CLONE],
    unplayed: 'rehearsal',
  },
  {
    invariant: 'I13',
    what: 'a redirect of the model server is followed',
    file: 'src/adapters/openai-model.ts',
    from: "fetchOptions: { redirect: 'manual' },",
    to: "fetchOptions: { redirect: 'follow' },",
    tests: ['test/over-http/attacks/redirects.test.ts'],
    unplayed: 'http',
  },
  {
    invariant: 'I13',
    what: 'the key crosses the internet without encryption',
    file: 'src/core/access/plain-http.ts',
    from: "return new URL(address).protocol === 'http:' && !isLocalAddress(address);",
    to: "return new URL(address).protocol === 'ftp:' && !isLocalAddress(address);",
    tests: [ADDRESSES],
    unplayed: 'settings',
  },
  {
    invariant: 'I13',
    what: 'a name that begins like a local address is taken for one',
    file: 'src/core/access/plain-http.ts',
    from: 'if (/^[\\d.]+$|^\\[/.test(host))',
    to: 'if (/^\\d|^\\[/.test(host))',
    tests: [ADDRESSES],
    unplayed: 'settings',
  },
];
