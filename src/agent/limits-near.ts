import { count, figure, money } from '../core/figures.ts';
import type { SpendLimitName } from '../core/log/task-events.ts';
import type { Meter } from '../core/money/meter.ts';

/** From this part of a limit on, the model reads what is left. */
const NEAR = 0.8;
const FEW_FILES = 5;

export interface NearLimit {
  readonly name: SpendLimitName;
  /** What the model reads and the log says. */
  readonly text: string;
}

export interface Use {
  readonly meter: Meter;
  /** Bytes of the next prompt: they count as used, because they will be. */
  readonly promptBytes: number;
  readonly calls: number;
  /** In the draft now, and at most. */
  readonly files: { readonly changed: number; readonly most: number };
  /** In the draft now, and at most. */
  readonly lines: { readonly changed: number; readonly most: number };
  readonly seconds: { readonly left: number; readonly all: number };
}

/** The limits that are near now. */
export function limitsNear({ meter, promptBytes, calls, files, lines, seconds }: Use): readonly NearLimit[] {
  const left = meter.left();
  const { tokens, usdMicros } = meter.allotment;
  const { price } = meter;
  const promptMicros = price === null ? 0 : promptBytes * price.in;
  return [
    // One file of a few is no sign of an end.
    files.most < FEW_FILES
      ? null
      : near(
          'files',
          files.changed / files.most,
          `${figure(files.changed)} of at most ${count(files.most, 'file')} of this draft are changed.`,
        ),
    near(
      'lines',
      lines.changed / lines.most,
      `About ${figure(lines.changed)} of at most ${count(lines.most, 'line')} of this draft are changed.`,
    ),
    near(
      'calls',
      (calls - left.calls) / calls,
      `${figure(left.calls)} of ${count(calls, 'model call')} are left.`,
    ),
    near(
      'tokens',
      (tokens - left.tokens + promptBytes) / tokens,
      `${figure(left.tokens)} of ${count(tokens, 'token')} are left, and each call sends all messages again.`,
    ),
    ...(usdMicros === null || left.usdMicros === null
      ? []
      : [
          near(
            'dollars',
            (usdMicros - left.usdMicros + promptMicros) / usdMicros,
            `${money(left.usdMicros)} of ${money(usdMicros)} are left.`,
          ),
        ]),
    near(
      'time',
      1 - seconds.left / seconds.all,
      `${Math.max(0, Math.floor(seconds.left))} of ${count(Math.floor(seconds.all), 'second')} are left.`,
    ),
  ].filter((limit) => limit !== null);
}

function near(name: SpendLimitName, used: number, text: string): NearLimit | null {
  return used >= NEAR ? { name, text } : null;
}
