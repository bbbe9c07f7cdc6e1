import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const IDS = readdirSync(join(import.meta.dirname, '../../../recipes')).flatMap((name) =>
  name.endsWith('.yml') ? [name.slice(0, -'.yml'.length)] : [],
);

describe('recipes', () => {
  test('lists each with what it asks', async () => {
    const folder = repository({ 'README.md': 'x\n' });
    const { code, out } = await wakeful(folder, ['recipes']);
    expect(code).toBe(0);
    for (const id of IDS) expect(out).toMatch(new RegExp(`^${id}  \\S`, 'm'));
    expect(out).toContain('    sources=src/**  (which files may be changed)');
    const { recipes } = JSON.parse((await wakeful(folder, ['recipes', '--json'])).out);
    expect(recipes.map(({ id }: { id: string }) => id)).toEqual(IDS.toSorted());
  });
});

describe('add', () => {
  test('writes a goal that is valid, with the answers in it', async () => {
    const folder = repository({ 'lib/a.js': 'x\n' });
    const { code, out } = await wakeful(folder, ['add', 'eslint', 'sources=lib/**', '--as', 'lint']);
    expect([code, out.split('.')[0]]).toEqual([0, 'Wrote goals/lint']);
    const text = readFileSync(join(folder, 'goals/lint.yml'), 'utf8');
    expect(text).toContain('in: ["lib/**"]');
    expect(text).not.toMatch(/\{\{|# ask/);
    expect((await wakeful(folder, ['validate'])).out).toContain('no problems');
  });

  test('writes over no goal that is there', async () => {
    const folder = repository({ 'goals/triage.yml': 'mine\n' });
    const { code, err } = await wakeful(folder, ['add', 'triage']);
    expect([code, err.includes('goals/triage.yml is there already')]).toEqual([2, true]);
    expect(readFileSync(join(folder, 'goals/triage.yml'), 'utf8')).toBe('mine\n');
  });

  test.each([
    [['add'], 'Name one recipe'],
    [['add', 'eslimt'], 'Did you mean eslint?'],
    [['add', 'eslint', 'source=a'], 'It asks for sources'],
    [['add', 'eslint', 'a'], 'Write name=value'],
    [['add', 'eslint', 'sources=a"], b: ["c'], 'without double quotes'],
    [['add', 'eslint', '--as', '../outside'], 'cannot be the name of a goal'],
  ])('refuses %j, and writes nothing', async (args, reason) => {
    const folder = repository({ 'README.md': 'x\n' });
    const { code, err } = await wakeful(folder, args);
    expect([code, err.includes(reason)], err).toEqual([2, true]);
    expect(readdirSync(folder)).not.toContain('goals');
  });

  test('refuses an answer that makes no valid goal, with what is wrong', async () => {
    const folder = repository({ 'README.md': 'x\n' });
    const { code, out } = await wakeful(folder, ['add', 'eslint', 'sources=.github/**']);
    expect([code, out.includes('goals/eslint.yml:')], out).toEqual([1, true]);
    expect(readdirSync(folder)).not.toContain('goals');
  });
});
