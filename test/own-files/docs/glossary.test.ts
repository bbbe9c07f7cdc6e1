/** The glossary of docs/design.md has every noun of the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/design.md'), 'utf8');
const [, GLOSSARY = ''] = PAGE.split('## Glossary\n');

/** In lower case, without the ending of the plural. */
function noun(word: string): string {
  return word.toLowerCase().replace(/(?<=[^s])s$/, '');
}

/** The rows of the table, but for its head and the rows that name a group. */
const ROWS = [...GLOSSARY.matchAll(/^\| ([^|*]+) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, code = '', people = '', meaning = '']) => ({ code, people, meaning }))
  .slice(1);

const CODE_WORDS = ROWS.flatMap(({ code }) => code.split(', ').map((term) => term.trim()));

/** Between `*` below the table. */
const GENERAL_WORDS = [...GLOSSARY.matchAll(/(?<!\*)\*(\w+)\*(?!\*)/g)].map(([, word = '']) => word);

const KNOWN = new Set([...CODE_WORDS.flatMap((term) => term.split(/[ -]/)), ...GENERAL_WORDS].map(noun));

/** A participle names what an act gives, such as `Planned`; adverbs and adjectives narrow what stands before them. */
const NO_NOUN = /(?:ed|Held|Spent|Seen|ing|Next|Now|Far|Elsewhere|Over|Unreadable)$/;

interface TypeName {
  readonly name: string;
  readonly path: string;
}

function exportedTypes(): readonly TypeName[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(ROOT, 'src', path), 'utf8');
      const declared = text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gm);
      return [...declared].map(([, name = '']) => ({ name, path: `src/${path}` }));
    });
}

/** The last word of a name says what it is: a `WakeResult` is a result. */
function lastWord(name: string): string {
  return (
    name
      .replaceAll('GitHub', 'Github')
      .split(/(?=[A-Z])/)
      .at(-1) ?? ''
  );
}

describe('the glossary', () => {
  test('has every noun that names an exported type', () => {
    const missing = exportedTypes()
      .filter(({ name }) => !KNOWN.has(noun(lastWord(name))) && !NO_NOUN.test(name))
      .map(({ name, path }) => `${noun(lastWord(name))} (${name} in ${path})`);
    expect(missing, 'add each to the glossary of docs/design.md, or use a word that is there').toEqual([]);
  });

  test('has each word once', () => {
    expect(CODE_WORDS.filter((word, index) => CODE_WORDS.indexOf(word) !== index)).toEqual([]);
  });

  test('says of each word what it is and what people read', () => {
    expect(ROWS.length).toBeGreaterThan(50);
    expect(ROWS.filter(({ people, meaning }) => people.trim() === '' || meaning.length < 10)).toEqual([]);
  });
});
