import { withDraft } from '../../core/progress/checkpoint.ts';
import { isoTime } from '../../core/time.ts';
import { endDraft } from '../../core/work/ended-draft.ts';
import type { Draft } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import type { WantedDraft } from './draft-text.ts';
import { fateOf, outcomeFacts } from './outcomes.ts';

/** A person was faster: the draft has ended before its receipt was written. */
export async function receiveEnded(hold: Hold, wanted: WantedDraft, draft: Draft): Promise<void> {
  receive(hold, wanted, draft);
  return receiveOutcome(hold, wanted, {
    outcome: draft.state === 'merged' ? 'merged' : 'closed',
    found: draft,
  });
}

/** Records how it ended; what became of it is the fate of its content. */
export async function receiveOutcome(
  hold: Hold,
  wanted: WantedDraft,
  { outcome, found }: { readonly outcome: 'merged' | 'closed'; readonly found: Draft | undefined },
): Promise<void> {
  const { session } = hold;
  const draft = hold.checkpoint.drafts[wanted.key];
  if (draft === undefined) return;
  const fate = await fateOf(session, { outcome, draft, found }, session.deadline.work);
  const facts = { goal: hold.goal, key: wanted.key, ...fate, ...outcomeFacts(session) };
  for (const event of endDraft(hold.checkpoint, facts).events) hold.session.journal.write(event);
  hold.receive((checkpoint) => endDraft(checkpoint, facts).checkpoint);
}

/** Writes the receipt of a draft that is there. */
export function receive(hold: Hold, wanted: WantedDraft, draft: Draft): void {
  const at = isoTime(hold.session.world.clock.now());
  hold.receive((checkpoint) => {
    const record = checkpoint.drafts[wanted.key];
    if (record === undefined) return checkpoint;
    const receipt = {
      number: draft.number,
      url: draft.url,
      outcome: 'open',
      opened_at: record.opened_at ?? at,
      aimed_at: record.aimed_at ?? draft.base,
    } as const;
    return withDraft(checkpoint, wanted.key, { ...record, ...receipt });
  });
}
