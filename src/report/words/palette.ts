import { ENDINGS, type Ending } from '../../core/ending.ts';

export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'warn' | 'bad' | 'accent';

/** Colours a text that has its final width already. */
export type Paint = (tone: Tone, text: string) => string;

/** What the terminal can show. */
export interface Style {
  /** Columns that sentences are wrapped to. */
  readonly width: number;
  /** Columns that a table may take; missing: as many. */
  readonly tableWidth?: number;
  readonly paint: Paint;
}

/** Green for work done, yellow and red by the ending's own level. */
export function endingTone(ending: Ending): Tone {
  const { level } = ENDINGS[ending];
  if (level === 'error') return 'bad';
  if (level === 'warn') return 'warn';
  return ending === 'worked' ? 'good' : 'plain';
}
