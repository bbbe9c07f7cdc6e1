/** Everything that a goal with such a queue needs, in one file of the bundle: other goals do not load a parser of Markdown. */
export { findBrokenLinks } from './links/find-links.ts';
export { readFormat } from './linters/read-format.ts';
export { findTodos } from './todos/find-todos.ts';
