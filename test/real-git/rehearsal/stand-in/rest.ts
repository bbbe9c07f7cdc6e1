import { ADMIN_TOKEN, REPOSITORY, type ServedGitHub, TOKEN } from '../../../support/git/stand-in.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by name.
  readonly body: any;
}

/** Asks the REST interface below the repository; `path` may begin with `/` to stand for itself. */
export async function ask(
  { standIn }: Pick<ServedGitHub, 'standIn'>,
  request: string,
  body?: unknown,
  token = TOKEN,
): Promise<Reply> {
  const [method = '', path = ''] = request.split(' ');
  const url = path.startsWith('/') ? path : `/repos/${REPOSITORY}${path === '' ? '' : `/${path}`}`;
  const response = await fetch(`${standIn.apiUrl}${url}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

export function askAsAdmin(served: Pick<ServedGitHub, 'standIn'>, request: string, body?: unknown) {
  return ask(served, request, body, ADMIN_TOKEN);
}
