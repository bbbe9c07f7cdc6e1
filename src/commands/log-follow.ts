import { systemClock } from '../adapters/runner.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry } from '../core/event.ts';
import { DAY_MS, utcDay } from '../core/time.ts';
import { readLog } from '../ledger/read-log.ts';
import { logLine } from '../report/terminal/log-text.ts';
import { print, type Terminal } from './terminal/command.ts';
import { watchInterrupt } from './terminal/interrupt.ts';
import { styleOf } from './terminal/style.ts';
import type { StateRemote } from './worlds/state-remote.ts';
import { openReadingWorld } from './worlds/world.ts';

/** How often the remote is asked whether the branch has moved, ms. */
const LOOK_MS = 5_000;

/** Prints each new line of the log that `isWanted` as it is committed, until Ctrl-C. */
export async function followLog(
  remote: StateRemote,
  { terminal, isWanted }: { readonly terminal: Terminal; readonly isWanted: (entry: LogEntry) => boolean },
): Promise<void> {
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const interrupt = watchInterrupt(() => {});
  const { signal } = interrupt;
  const clock = systemClock({ offsetMs: remote.offsetMs });
  try {
    let seen: ReadonlySet<string> | null = null;
    for (let tip: string | null = null; !signal.aborted; ) {
      const now = await world.state.fetchState(signal);
      if (now !== tip || seen === null) {
        const days = [utcDay(clock.now() - DAY_MS), utcDay(clock.now()), utcDay(clock.now() + DAY_MS)];
        const { entries } = await readLog(world.state, { tip: now, days }, signal);
        const known = seen;
        if (known !== null)
          show(
            entries.filter((entry) => !known.has(JSON.stringify(entry)) && isWanted(entry)),
            terminal,
          );
        seen = new Set(entries.map((entry) => JSON.stringify(entry)));
        tip = now;
      }
      await clock.sleep(LOOK_MS, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    interrupt.close();
    await close();
  }
}

function show(entries: readonly LogEntry[], terminal: Terminal): void {
  const style = styleOf(terminal);
  for (const entry of maskedRecord(entries, terminal.mask)) print(terminal, `${logLine(entry, style)}\n`);
}
