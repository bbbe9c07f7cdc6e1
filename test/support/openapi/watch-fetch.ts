/**
 * For `node --import`: holds what a program asks of GitHub, and what it is answered, against GitHub's description. What
 * that does not allow is appended to the file that `WAKEFUL_TRAFFIC_FAULTS` names.
 */
import { appendFileSync } from 'node:fs';

const file = process.env['WAKEFUL_TRAFFIC_FAULTS'] ?? '';
const send = globalThis.fetch;

globalThis.fetch = async (input, init = {}) => {
  const address = String(input);
  const server = /^(https?:\/\/[^/]+)\/api\/(?:v3\/|graphql$)/.exec(address)?.[1];
  if (server === undefined) return send(input, init);
  // A program that never asks GitHub does not pay for the description.
  const { watchTraffic } = await import('./traffic.ts');
  const traffic = watchTraffic(`${server}/api/v3`, send);
  try {
    return await traffic.fetch(address, init);
  } finally {
    for (const fault of traffic.faults) appendFileSync(file, `${fault}\n`);
  }
};
