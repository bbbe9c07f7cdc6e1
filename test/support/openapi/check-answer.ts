import type { Answer } from '../../../scripts/openapi/subset.ts';
import { asJson } from './check-request.ts';
import { faultsIn } from './description.ts';
import { EVERYWHERE, EXCEPTIONS } from './exceptions.ts';
import type { GivenAnswer } from './exchange.ts';
import type { Route } from './route.ts';

/** Headers that only some of the answers have to which the description gives them. */
const SOMETIMES = ['link'];
const LINK = /^(<https?:\/\/[^<>\s]+>; rel="(?:next|prev|first|last)"(?:, )?)+$/;

/** What is wrong with an answer, by GitHub's description. */
export function answerFaults(answer: GivenAnswer, route: Route): readonly string[] {
  const described = describedAnswer(route, answer.status);
  if (described === null) return [`the status ${answer.status} is not described`];
  return [...headerFaults(answer, described), ...bodyFaults(answer, described)];
}

function describedAnswer({ name, operation }: Route, status: number): Answer | null {
  const described = operation.answers[String(status)];
  if (described !== undefined) return described;
  const here = EXCEPTIONS.find((each) => each.operation === name && each.status === status);
  const found = here ?? EVERYWHERE.find(({ statuses }) => statuses.includes(status));
  return found === undefined ? null : { schema: found.schema, headers: [] };
}

function headerFaults({ headers }: GivenAnswer, described: Answer): readonly string[] {
  const needed = described.headers.filter((name) => !SOMETIMES.includes(name));
  const missing = needed.filter((name) => !headers.has(name)).map((name) => `the header ${name} is missing`);
  const link = headers.get('link');
  const isWrong = link !== null && !LINK.test(link);
  return isWrong ? [...missing, `the header link is no list of pages: ${link}`] : missing;
}

function bodyFaults({ status, headers, body }: GivenAnswer, { schema }: Answer): readonly string[] {
  // With the address of a resource that has moved, GitHub sends a few words, of which its description says nothing.
  const mayHaveWords = status >= 300 && status !== 302;
  if (schema === null) return body !== '' && !mayHaveWords ? ['there is a body where none is described'] : [];
  if (!(headers.get('content-type') ?? '').startsWith('application/json'))
    return ['the answer is not sent as JSON'];
  const value = asJson(body);
  return value === undefined ? ['the answer is no JSON'] : faultsIn(value, schema, 'the answer');
}
