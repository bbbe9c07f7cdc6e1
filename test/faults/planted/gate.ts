import type { PlantedFault } from '../planted-fault.ts';

/** What the model can reach and what leaves the process: I9, I10, I13. */
export const GATE_FAULTS: readonly PlantedFault[] = [
  {
    invariant: 'I9',
    what: 'paths that gate the agent are not protected',
    file: 'src/core/access/permission.ts',
    from: 'const protection = protectedAs(path, goalsFolder);',
    to: 'const protection = protectedAs(path, goalsFolder) === null ? null : null;',
    tests: ['test/rules/core/access/permission.test.ts', 'test/in-memory/agent/escapes.test.ts'],
  },
  {
    invariant: 'I9',
    what: 'a protected path in another spelling is not known',
    file: 'src/core/access/path.ts',
    from: "return path.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('i\\u0307', 'i');",
    to: 'return path;',
    tests: ['test/rules/core/access/permission.test.ts', 'test/in-memory/agent/escapes.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'a refused call is run all the same',
    file: 'src/agent/gate.ts',
    from: "if (decision.kind === 'denied') return denialText(path, decision.denial);",
    to: '',
    tests: ['test/in-memory/agent/escapes.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'a tool call comments on an issue by itself',
    file: 'src/agent/tools/issue-view.ts',
    from: 'const thread = await this.#reader.read(number, signal);',
    to: `const thread = await this.#reader.read(number, signal);
    await (this.#reader as import('../ports.ts').Issues).comment(number, 'Hello.', signal);`,
    tests: ['test/in-memory/agent/issues.test.ts', 'test/own-files/architecture.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'an item of a queue over issues reaches other issues',
    file: 'src/agent/issue-gate.ts',
    from: 'if (own !== undefined && effect.issue !== own)',
    to: 'if (own !== undefined && effect.issue < 0)',
    tests: ['test/in-memory/agent/issues.test.ts'],
  },
  {
    invariant: 'I10',
    what: 'the model may set labels that decide what the agent works on',
    file: 'src/core/access/labels.ts',
    from: 'return queues.some((queue) => isSameLabel(queue, label))',
    to: 'return queues.some((queue) => queue.length > 1_000 && isSameLabel(queue, label))',
    tests: ['test/in-memory/agent/issues.test.ts'],
  },
  {
    invariant: 'I13',
    what: 'known secrets are not masked',
    file: 'src/core/access/mask.ts',
    from: 'const known = knownForms(values);',
    to: 'const known = knownForms(values.slice(0, 0));',
    tests: ['test/rules/core/access/mask.test.ts', 'test/in-memory/ledger/secrets.test.ts'],
  },
  {
    invariant: 'I13',
    what: 'programs that a wake starts inherit the inputs of the Action',
    file: 'src/adapters/runner.ts',
    from: 'OPENAI_API_KEY$|INPUT_|ACTIONS_',
    to: 'OPENAI_API_KEY$|ACTIONS_',
    tests: ['test/bundle/foreign-words.test.ts'],
  },
];
