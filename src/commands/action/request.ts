import { ENDINGS } from '../../core/ending.ts';
import { serveTicks, type TickResult } from '../../oversight/boxes/serve-ticks.ts';
import { serveComment } from '../../oversight/comments/comment.ts';
import { harmlessLine } from '../../report/job/job-log.ts';
import { repositoryUrl } from '../../report/words/github-pages.ts';
import { inlineText } from '../../report/words/markdown.ts';
import { EXIT_NEEDS_PERSON } from '../terminal/command.ts';
import type { ActionCall } from './call.ts';
import { openRunnerWorld } from './runner-world.ts';
import { report, say } from './say.ts';

/** Does what a comment such as `/wakeful run <goal>`, or a ticked box of the dashboard, asks for, also while the agent is stopped. */
export async function requestOnRunner(call: ActionCall): Promise<number> {
  const { facts, inputs, cancel } = call;
  const { world, control, close } = await openRunnerWorld(call);
  try {
    const context = {
      world,
      control,
      repository: facts.repository,
      repositoryId: facts.repositoryId,
      serverUrl: facts.serverUrl,
      papers: facts.papers,
      address: repositoryUrl(facts),
      secrets: call.secrets,
      stop: inputs.stop,
      signal: cancel,
    };
    if (facts.event === 'issues') return await tell(call, await serveTicks(context, facts.payload));
    return await tell(call, await serveComment(context, facts.payload));
  } finally {
    await close();
  }
}

async function tell(call: ActionCall, { ending, detail }: TickResult): Promise<number> {
  say(call, detail);
  const isRed = ENDINGS[ending].exitCode !== 0;
  const note = {
    kind: 'error',
    title: `Wakeful: ${ending}`,
    message: harmlessLine(detail),
    place: null,
  } as const;
  await report(call, {
    outputs: { ending },
    notes: isRed ? [note] : [],
    summary: `## Wakeful: ${call.facts.event === 'issues' ? 'a box of the dashboard' : 'a comment'}\n\n${inlineText(call.mask.mask(detail))}\n`,
  });
  return isRed ? EXIT_NEEDS_PERSON : 0;
}
