import { describe, expect, it } from 'vitest';
import { WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { ADMIN_TOKEN, serveGitHub } from '../../support/git/stand-in.ts';

const { signal } = new AbortController();
const ALERT = { title: 'Wakeful: docs fails', body: 'Seen.\n\n<!-- wakeful: alert/docs/failing -->' };

describe('who the agent is', () => {
  it('is said by the settings, and asked nobody', async () => {
    const { standIn, exchanges } = await serveGitHub();
    const { github } = portsAt(standIn, { actor: 'GitHub-Actions[bot]' });
    await github.openAlertIssue(asMasked(ALERT), signal);
    expect(await github.listAlertIssues([], signal)).toHaveLength(1);
    expect(exchanges.filter(({ url }) => /user|graphql/.test(url))).toEqual([]);
  });

  it('is asked once of GitHub where nobody says it', async () => {
    const { standIn, exchanges } = await serveGitHub();
    const { github } = portsAt(standIn, { actor: null, token: ADMIN_TOKEN });
    await github.openAlertIssue(asMasked(ALERT), signal);
    expect(await github.listAlertIssues([], signal)).toHaveLength(1);
    expect(await github.listAlertIssues([], signal)).toHaveLength(1);
    expect(exchanges.filter(({ url }) => url.endsWith('/user'))).toHaveLength(1);
  });

  it('is found out also for an App of its own, which may not ask over REST', async () => {
    const { standIn } = await serveGitHub({ token: { ...WORKFLOW_TOKEN, login: 'acme-agent[bot]' } });
    await portsAt(standIn, { actor: null }).github.openAlertIssue(asMasked(ALERT), signal);
    // A later wake recognises it.
    expect(await portsAt(standIn, { actor: null }).github.listAlertIssues([], signal)).toHaveLength(1);
  });

  it('is taken to be Actions where GitHub tells in no way', async () => {
    const { standIn } = await serveGitHub();
    const { github } = portsAt(standIn, { actor: null });
    await github.openAlertIssue(asMasked(ALERT), signal);
    standIn.inject({ on: 'POST /graphql', fault: 'forbidden' });
    expect(await github.listAlertIssues([], signal)).toHaveLength(1);
  });

  it('is not asked while there is nothing to tell apart', async () => {
    const { standIn, exchanges } = await serveGitHub();
    expect(await portsAt(standIn, { actor: null }).github.listAlertIssues([], signal)).toEqual([]);
    expect(exchanges.filter(({ url }) => /user|graphql/.test(url))).toEqual([]);
  });

  it('is a question: it does not wait for its turn among the writes', async () => {
    const { standIn, exchanges } = await serveGitHub();
    const { github, issues } = portsAt(standIn, {
      actor: null,
      pace: { retryMs: 1, writes: 'spaced' },
    });
    const { number } = await github.openAlertIssue(asMasked(ALERT), signal);
    const update = github.updateAlertIssue(number, asMasked(ALERT), signal);
    await issues.findOpened('comment/1', signal);
    await update;
    const asked = exchanges.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
    expect(asked.indexOf('POST /api/graphql')).toBeGreaterThan(0);
    expect(asked.indexOf('POST /api/graphql')).toBeLessThan(asked.findIndex((each) => /^PATCH /.test(each)));
  });

  it('is no guess while GitHub does not answer', async () => {
    const { standIn } = await serveGitHub();
    const { github } = portsAt(standIn, { actor: null });
    await github.openAlertIssue(asMasked(ALERT), signal);
    standIn.inject({ on: 'POST /graphql', fault: 'secondary_limit' });
    await expect(github.listAlertIssues([], signal)).rejects.toMatchObject({ ending: 'github_unavailable' });
  });
});
