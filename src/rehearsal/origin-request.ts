import type { RehearsalHome } from './home.ts';
import type { Source } from './source.ts';

/** What the bare remote is to be made from. */
export interface OriginRequest {
  readonly home: RehearsalHome;
  readonly source: Source;
  /** Where goals lie, by the text of the settings file; null: there is none. */
  readonly goalsFolder: (settings: string | null) => string;
  /** A folder of goal files laid over the repository's own; null: its work tree's edits count. */
  readonly overlay: string | null;
}
