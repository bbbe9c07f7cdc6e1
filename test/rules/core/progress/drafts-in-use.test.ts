import { expect, test } from 'vitest';
import { draftsInUse } from '../../../../src/core/progress/drafts-in-use.ts';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { checkpointWith, draftWith, itemWith, windowWith } from '../../../support/core-samples.ts';

const KEY = 'a@1';
const halfDone = draftWith({ outcome: 'none', number: null, url: null });

function begun(item: Parameters<typeof itemWith>[0], queue: readonly string[] = [KEY]): Checkpoint {
  return checkpointWith({
    window: windowWith({ queue }),
    items: { [KEY]: itemWith({ draft: KEY, ...item }) },
    drafts: { [KEY]: halfDone },
  });
}

const offered = [{ kind: 'draft', draft: KEY, marker: 'tidy/a/1' }] as const;

test.each<readonly [string, Checkpoint, readonly string[]]>([
  ['one that is open', checkpointWith({ drafts: { [KEY]: draftWith() } }), [KEY]],
  ['what a task of the window goes on with', begun({ status: 'open' }), [KEY]],
  ['what an outbox is to open', begun({ status: 'done', outbox: offered }, []), [KEY]],
  ['no draft that was merged', checkpointWith({ drafts: { [KEY]: draftWith({ outcome: 'merged' }) } }), []],
  ['nothing half done of a task that is stuck: nobody waits for it', begun({ status: 'stuck' }), []],
  ['nothing half done of a version that is gone', checkpointWith({ drafts: { [KEY]: halfDone } }), []],
])('%s counts against the limits', (_, checkpoint, counted) => {
  expect(draftsInUse(checkpoint)).toEqual(counted);
});
