/** Why a model server gave no answer that can be used; each goes on after a colon. */
export const MODEL_TEXTS = {
  notJson: 'the answer is not JSON',
  notCompletion: (problem: string) => `the answer is not a chat completion: ${problem}`,
  noChoice: 'the answer holds no choice',
  timedOut: 'the server did not answer in time',
  brokenOff: (why: string) => `the connection broke off: ${why}`,
  untrusted: (why: string) => `the certificate of the server is refused: ${why}`,
  redirected: (status: number, to: string) =>
    `${status}: the server sends requests on${to === '' ? '' : ` to ${to}`}; the agent does not follow, so that no other server gets the prompt; set the address that really answers`,
  neverConnected: (why: string) =>
    `no connection to the server: ${why}; does the model server run at that address?`,
} as const;
