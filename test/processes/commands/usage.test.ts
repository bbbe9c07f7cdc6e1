import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/commands/registry.ts';
import { repository, temporaryFolder } from '../../support/git/git-fixture.ts';
import { startWakeful, wakeful } from '../../support/processes/program.ts';

describe('the command line', () => {
  test('lists every command with --help', async () => {
    const { code, out } = await wakeful(temporaryFolder(), ['--help']);
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(out).toContain('Exit codes:');
  });

  test.each(Object.keys(COMMANDS))('%s has a help of its own, with the exit codes', async (name) => {
    const { code, out, err } = await wakeful(temporaryFolder(), [name, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`npm start -- ${name === 'rehearse' ? '[rehearse]' : name}`);
    expect(out).toContain('--json');
    expect(out).toContain('Exit codes:');
  });

  test.each([
    [['gaols'], 'There is no command "gaols". Did you mean goals?'],
    [['goals', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['--nigth'], 'There is no option --nigth. Did you mean --night?'],
    [['goals', 'now'], 'This command does not expect "now".'],
    [['toString'], 'There is no command "toString".'],
    [['--at', 'yesterday'], '--at: "yesterday" is not a time'],
    [['--minutes', '0'], '--minutes: "0" is not a number of minutes'],
    [['--goal='], '--goal needs a value.'],
    [['--night', '--goal', 'a'], '--goal and --night exclude each other'],
    [['log', '--level', 'loud'], '--level: "loud" is not a level. Use one of debug, info, warn, error.'],
    [['log', '--since', 'ever'], '--since: "ever" is neither a duration'],
    [['stop'], 'Say why: npm start -- stop "<reason>"'],
    [['status', '--remote', 'x', '--repo', 'y'], '--remote and --repo exclude each other'],
    [['validate', 'nowhere.yml'], 'nowhere.yml is not a file.'],
  ])('wrong use is told and ends with 2: %j', async (args, message) => {
    const { code, out, err } = await wakeful(repository({ 'a.txt': 'a' }), args);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('names a variable of the environment that cannot be right', async () => {
    const { code, err } = await wakeful(temporaryFolder(), ['goals'], { OPENAI_BASE_URL: 'localhost' });
    expect(err).toContain('OPENAI_BASE_URL: "localhost" is not a web address');
    expect(code).toBe(1);
  });

  test('a reader that goes away is no fault', async () => {
    const child = startWakeful(temporaryFolder(), ['--help']);
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdout.destroy();
    const [code] = await once(child, 'close');
    expect([code, String(Buffer.concat(err))]).toEqual([0, '']);
  });

  test.each([
    ['a folder without a repository', () => temporaryFolder(), 'is not a git repository'],
    ['a place that does not exist', () => '/nowhere/at/all', 'does not exist'],
    ['an unreachable URL', () => 'file:///nowhere/at/all', 'cannot be read'],
  ])('a rehearsal on %s ends with 1 and says so', async (_, place, message) => {
    const { code, out, err } = await wakeful(temporaryFolder(), ['--repo', place()]);
    expect(err).toContain(message);
    expect([code, out]).toEqual([1, '']);
  });
});
