/** Why no simulation can notice a fault. */
export const UNPLAYED = {
  git: 'The world has a remote and work trees of its own, without git.',
  http: 'The world begins behind the ports of GitHub and of the model, so that no request is sent.',
  sandbox: 'No command is started.',
  processes: 'Runs share one process, and none inherits anything.',
  workflows: 'What a workflow or an event decides before a run starts is not played.',
  command_line: 'No command line is started.',
  comments: 'Comments with commands and the dashboard are not played, nor are their jobs.',
  doctor: 'The doctor is not played.',
  rehearsal: 'A rehearsal is a world of its own.',
  forged_state: 'Nobody forges a state that can be read, nor has an older program written it.',
  settings: 'Goals and settings are right, or wrong in one way that never changes.',
  wording: 'How texts for people and for the model are worded is not judged.',
  spellings: 'A few spellings of one token are played, and of no password.',
  covered: 'Another rule holds as well where it does, so that no whole run shows it.',
  finders: 'No goal of a simulation has a queue that a program finds.',
  long_texts: 'Virtual time does not pass while something is computed.',
} as const;
export type UnplayedPart = keyof typeof UNPLAYED;

export interface PlantedFault {
  /** Name of the invariant, as in docs/design.md. */
  readonly invariant: string;
  /** What the fault does, in words. */
  readonly what: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** Test files that must notice, as filters of the test runner. */
  readonly tests: readonly string[];
  /** What of it a simulation does not play. Missing: a simulation notices it. */
  readonly unplayed?: UnplayedPart;
}
