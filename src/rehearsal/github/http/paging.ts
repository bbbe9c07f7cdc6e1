import { type ApiAnswer, ok } from './answer.ts';
import type { ApiCall } from './call.ts';

const USUAL_PAGE = 30;
const LARGEST_PAGE = 100;

/** The asked page of a list, with links to the others. `wrap` puts it into the object that some lists come in. */
export function paged(
  call: ApiCall,
  items: readonly unknown[],
  wrap: (page: readonly unknown[]) => unknown = (page) => page,
): ApiAnswer {
  const size = Math.min(LARGEST_PAGE, positive(call.query.get('per_page'), USUAL_PAGE));
  const number = positive(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const answer = ok(wrap(items.slice((number - 1) * size, number * size)));
  const link = linksTo(call, { number, last });
  return link === '' ? answer : { ...answer, headers: { link } };
}

function positive(text: string | null, usual: number): number {
  const number = Number(text ?? usual);
  return Number.isInteger(number) && number > 0 ? number : usual;
}

function linksTo(
  call: ApiCall,
  { number, last }: { readonly number: number; readonly last: number },
): string {
  const link = (page: number, relation: string): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(page));
    return `<${call.url}?${query}>; rel="${relation}"`;
  };
  const back = number > 1 ? [link(number - 1, 'prev'), link(1, 'first')] : [];
  const on = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return [...back, ...on].join(', ');
}
