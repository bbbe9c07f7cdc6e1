/**
 * For the tests of `npm run test:fast`: whatever would start a process fails, with a sentence that says where such a test
 * belongs. All ways to start one end in the members that are replaced here.
 */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

function refuse(): never {
  throw new Error(
    'A test in this folder starts no process. test/README.md says which folder is for those that do.',
  );
}

Object.assign(childProcess.ChildProcess.prototype, { spawn: refuse });
Object.assign(childProcess, { spawnSync: refuse, execSync: refuse, execFileSync: refuse });
syncBuiltinESMExports();
