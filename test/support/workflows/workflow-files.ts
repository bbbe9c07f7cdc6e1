import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../..');

/** A workflow as its file says it; the linters make sure that it has this form. */
export interface WorkflowFile {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, JobText>>;
}

export type Permissions = Readonly<Record<string, string>> | string;

export interface JobText {
  readonly if?: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes'?: number | string;
  readonly permissions?: Permissions;
  readonly concurrency?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly StepText[];
}

export interface StepText {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly 'timeout-minutes'?: number | string;
}

export interface TextFile {
  /** Path in the repository. */
  readonly file: string;
  readonly text: string;
}

/** With every event that a goal may name. */
const WHOLE_WAKE = '.github/wakeful/wake.yml';

/** All workflows that ship with the template, and that which `wake.yml` is made from. */
export function workflowTexts(): readonly TextFile[] {
  const folder = '.github/workflows';
  const shipped = readdirSync(join(ROOT, folder)).map((name) => repositoryText(`${folder}/${name}`));
  return [...shipped, repositoryText(WHOLE_WAKE)];
}

export function workflowText(name: string): TextFile {
  return repositoryText(name === 'wake' ? WHOLE_WAKE : `.github/workflows/${name}.yml`);
}

export function repositoryText(file: string): TextFile {
  return { file, text: readFileSync(join(ROOT, file), 'utf8') };
}

export function readWorkflow({ text }: TextFile): WorkflowFile {
  return parse(text) as WorkflowFile;
}
