/** Why a model server gave no answer that can be used; each goes on after a colon. */
export const MODEL_TEXTS = {
  notJson: (type: string, start: string) =>
    `the answer is not JSON${type === '' ? '' : ` but ${type}`}${start === '' ? ' and empty' : `, and begins with: ${start}`}`,
  webPage: (title: string) =>
    `the server answered with a web page${title === '' ? '' : ` ("${title}")`} instead of JSON`,
  addressAdvice:
    '; base_url is the part before /chat/completions, and with most servers ends in /v1: is it right?',
  notCompletion: (problem: string) => `the answer is not a chat completion: ${problem}`,
  notResponse: (problem: string) => `the answer is not one of the Responses API: ${problem}`,
  otherApi: '; set `api: responses` for this model in the settings',
  noChoice: 'the answer holds no choice',
  timedOut: (ms: number | null) =>
    `the server did not answer in time${ms === null ? '' : ` (${Math.ceil(ms / 1000)} s; answer_seconds of the model in the settings says how long)`}`,
  brokenAnswer: (reason: string) =>
    `the server broke its answer off (finish_reason ${JSON.stringify(reason)})`,
  cutStream: 'the stream ended before the answer did',
  brokenOff: (why: string) => `the connection broke off: ${why}`,
  untrusted: (why: string) => `the certificate of the server is refused: ${why}`,
  redirected: (status: number, to: string) =>
    `${status}: the server sends requests on${to === '' ? '' : ` to ${to}`}; the agent does not follow, so that no other server gets the prompt; set the address that really answers`,
  neverConnected: (why: string) =>
    `no connection to the server: ${why}; does the model server run at that address?`,
} as const;
