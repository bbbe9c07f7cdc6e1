import { describe, expect, test } from 'vitest';
import { asMasked } from '../as-masked.ts';
import { type GitHubKind, WAKE_FILE } from './github-under-test.ts';

const { signal } = new AbortController();

export function describeControl(kind: GitHubKind): void {
  describe(`the variables on ${kind.name}`, () => {
    test('are set, replaced, read and removed', async () => {
      const { control } = await kind.make();
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBeNull();
      expect(await control.deleteVariable('WAKEFUL_STOP', signal)).toBe(false);
      await control.setVariable('WAKEFUL_STOP', asMasked('tests'), signal);
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBe('tests');
      await control.setVariable('WAKEFUL_STOP', asMasked('more tests'), signal);
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBe('more tests');
      expect(await control.deleteVariable('WAKEFUL_STOP', signal)).toBe(true);
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBeNull();
    });

    test('of the organisation count where the repository has none', async () => {
      const { control, happens } = await kind.make();
      await happens.share('WAKEFUL_STOP', 'everywhere');
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBe('everywhere');
      expect(await control.deleteVariable('WAKEFUL_STOP', signal)).toBe(false);
      await control.setVariable('WAKEFUL_STOP', asMasked('here'), signal);
      expect(await control.readVariable('WAKEFUL_STOP', signal)).toBe('here');
    });
  });

  describe(`the workflows on ${kind.name}`, () => {
    test('are disabled and enabled', async () => {
      const { control } = await kind.make();
      expect(await control.workflow('gone.yml', signal)).toBeNull();
      expect(await control.workflow(WAKE_FILE, signal)).toBe('active');
      await control.disableWorkflow(WAKE_FILE, signal);
      expect(await control.workflow(WAKE_FILE, signal)).toBe('disabled_manually');
      await control.enableWorkflow(WAKE_FILE, signal);
      expect(await control.workflow(WAKE_FILE, signal)).toBe('active');
    });

    test('are started only while they are enabled', async () => {
      const { control } = await kind.make();
      const start = { branch: 'main', inputs: { goal: 'docs' } };
      await control.startWorkflow(WAKE_FILE, asMasked(start), signal);
      await control.disableWorkflow(WAKE_FILE, signal);
      await expect(control.startWorkflow(WAKE_FILE, asMasked(start), signal)).rejects.toMatchObject({
        ending: 'forbidden',
        detail: expect.stringContaining(WAKE_FILE),
      });
    });

    test('have no newest run before the first', async () => {
      const { control } = await kind.make();
      expect(await control.newestRun(WAKE_FILE, signal)).toBeNull();
    });
  });

  describe(`whoever comments on ${kind.name}`, () => {
    test('may do what was granted', async () => {
      const { control, happens } = await kind.make();
      await happens.permit('octocat', 'write');
      expect(await control.permissionOf('octocat', signal)).toBe('write');
      await happens.permit('octocat', 'none');
      expect(await control.permissionOf('octocat', signal)).toBe('none');
    });
  });

  describe(`the repository on ${kind.name}`, () => {
    test('is described to who may see it', async () => {
      const { control } = await kind.make();
      expect(await control.repositoryFacts(['main', 'wakeful-state'], signal)).toMatchObject({
        defaultBranch: 'main',
        isPrivate: false,
        isFork: false,
        hasIssues: true,
        actionsMayOpenPullRequests: true,
        areActionsEnabled: true,
        rules: { main: [], 'wakeful-state': [] },
        secretNames: expect.any(Array),
      });
    });
  });
}
