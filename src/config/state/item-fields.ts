import * as v from 'valibot';
import { OBJECTION_KINDS } from '../../core/item-state.ts';
import { count, maybeText, text } from './state-fields.ts';

/** An effect that is decided on and not yet carried out. */
export const outbox = v.variant('kind', [
  v.looseObject({ kind: v.literal('draft'), draft: text, marker: text }),
  v.looseObject({ kind: v.literal('comment_on_issue'), issue: count, body: text, marker: text }),
  v.looseObject({ kind: v.literal('open_issue'), title: text, body: text, marker: text }),
  v.looseObject({ kind: v.literal('label_issue'), issue: count, labels: v.array(text), marker: text }),
  v.looseObject({ kind: v.literal('unlabel_issue'), issue: count, labels: v.array(text), marker: text }),
  v.looseObject({ kind: v.literal('keep_issue'), title: text, body: text, marker: text }),
]);

export const receipt = v.looseObject({
  kind: v.picklist(['comment_on_issue', 'open_issue', 'label_issue', 'unlabel_issue', 'keep_issue']),
  issue: count,
  url: text,
});

export const finding = v.looseObject({ path: maybeText, line: v.nullable(count), text });

/** What a second reader made of the change. */
export const reading = v.looseObject({
  model: text,
  unread: v.exactOptional(text),
  objections: v.exactOptional(
    v.array(
      v.looseObject({ kind: v.picklist(OBJECTION_KINDS), path: maybeText, line: v.nullable(count), text }),
    ),
  ),
  is_part: v.exactOptional(v.literal(true)),
});
