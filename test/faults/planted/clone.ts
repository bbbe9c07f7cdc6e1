import type { PlantedFault } from '../planted-fault.ts';

const CLONE = 'test/real-git/attacks/clone-content.test.ts';
const ADDRESSES = 'test/rules/attacks/plain-http.test.ts';

/** What a clone and the address of a server can bring: I10, I13. */
export const CLONE_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I10',
    what: 'a repository may bring its own rehearsal',
    file: 'src/rehearsal/tracked-content.ts',
    from: "if (first === undefined || first === '') return;",
    to: "if (first === undefined || first !== '.') return;",
    tests: [CLONE],
  },
  {
    invariant: 'I10',
    what: 'what lies in the bare repository of a rehearsal is obeyed',
    file: 'src/rehearsal/origin.ts',
    from: 'if (existsSync(ready)) return writeAnew(home, source.objectFormat);',
    to: 'if (existsSync(ready)) return;',
    tests: [CLONE],
  },
  {
    invariant: 'I13',
    what: 'a redirect of the model server is followed',
    file: 'src/adapters/openai-model.ts',
    from: "fetchOptions: { redirect: 'manual' },",
    to: "fetchOptions: { redirect: 'follow' },",
    tests: ['test/over-http/attacks/redirects.test.ts'],
  },
  {
    invariant: 'I13',
    what: 'the key crosses the internet without encryption',
    file: 'src/core/access/plain-http.ts',
    from: "return new URL(address).protocol === 'http:' && !isLocalAddress(address);",
    to: "return new URL(address).protocol === 'ftp:' && !isLocalAddress(address);",
    tests: [ADDRESSES],
  },
  {
    invariant: 'I13',
    what: 'a name that begins like a local address is taken for one',
    file: 'src/core/access/plain-http.ts',
    from: 'if (/^[\\d.]+$|^\\[/.test(host))',
    to: 'if (/^\\d|^\\[/.test(host))',
    tests: [ADDRESSES],
  },
];
