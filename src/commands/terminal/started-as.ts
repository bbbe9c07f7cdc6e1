import { basename, join, relative, sep } from 'node:path';
import { npmOrigin } from './npm-origin.ts';

export interface StartFacts {
  /** The script or command of npm that started the program; empty: npm did not. */
  readonly event: string;
  /** The file that node was given. */
  readonly script: string;
  /** Where the person is. */
  readonly folder: string;
  /** Where Wakeful's own files lie. */
  readonly home: string;
}

/** How a person who is in that folder starts the program once more. */
export function startedAs({ event, script, folder, home }: StartFacts): string {
  if (event === 'start') return 'npm start --';
  // npm hands its variables on to every process below it, so that they alone do not tell.
  const isPackage = basename(join(home, '..')) === 'node_modules';
  if (isPackage && (event === 'npx' || home.includes(`${sep}_npx${sep}`)))
    return `npx --yes ${packageName(home)}`;
  if (isPackage) return script.includes(join('node_modules', '.bin')) ? 'npx wakeful' : 'wakeful';
  const path = relative(folder, script);
  return `node ${quoted(path.startsWith('..') ? script : path)}`;
}

function packageName(home: string): string {
  const origin = npmOrigin(home);
  switch (origin?.kind) {
    case 'git':
      // Since version 12, npm fetches packages from git only where it is told to.
      return `--allow-git=all ${origin.repository === null ? quoted(`git+${origin.url}`) : `github:${origin.repository}`}`;
    case 'file':
      return quoted(`file:${origin.path}`);
    default:
      return 'wakeful';
  }
}

/** For a shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
