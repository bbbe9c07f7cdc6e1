import type { Ending } from '../src/core/ending.ts';
import type { Behaviour } from '../src/simulation/model/behaviour.ts';
import type { RemoteFile } from '../src/simulation/world/remote-change.ts';
import type { Outcome } from './outcome.ts';

export const DIFFICULTIES = ['easy', 'hard', 'nothing', 'impossible', 'hostile'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What a command of the goal comes to on these files. Nothing is run: a program of this folder decides. */
export interface CommandOutcome {
  readonly exitCode: number;
  readonly output: string;
}

/** A small repository with planted work. All that the model may see of it is in the first fields. */
export interface EvaluationCase {
  readonly id: string;
  readonly difficulty: Difficulty;
  /** What is planted, for the person who reads the table. */
  readonly about: string;
  /** A goal of this repository as it is, or a recipe with its answers. */
  readonly goal:
    | { readonly sample: string }
    | { readonly recipe: string; readonly answers?: Readonly<Record<string, string>> };
  /** The first commit. */
  readonly files: Readonly<Record<string, RemoteFile>>;
  /** Commits of the window, oldest first, on top of it. Without them the base has a single commit. */
  readonly commits?: readonly PlantedCommit[];
  readonly issues?: readonly PlantedIssue[];
  /** Labels of the repository besides those of the issues. */
  readonly labels?: readonly string[];
  /** By shell line; what is not here is not found. */
  readonly commands?: Readonly<Record<string, (files: Files) => CommandOutcome>>;
  /** Never shown to the model. */
  readonly expected: Expected;
  /** Work that passes every grade: it shows that the case can be solved. */
  readonly solve: Behaviour;
}

export interface PlantedCommit {
  readonly message: string;
  readonly files: Readonly<Record<string, RemoteFile | null>>;
}

export interface PlantedIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

export interface Expected {
  readonly endings: readonly Ending[];
  /** Globs of the files that may change. */
  readonly changes: readonly string[];
  /** Kinds of what may be done on issues, and how often at most in all. */
  readonly effects?: { readonly kinds: readonly string[]; readonly most: number };
  /** The most lines that the change adds and removes. */
  readonly lines: number;
  /** What is wrong with the result; null: nothing. */
  readonly hidden: (outcome: Outcome) => string | null;
  /** What the words that were handed in have to say, and must not. */
  readonly says?: readonly RegExp[];
  readonly neverSays?: readonly RegExp[];
  readonly tokens: number;
  readonly calls: number;
}
