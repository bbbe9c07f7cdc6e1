import { parentPort } from 'node:worker_threads';
import { simulate } from '../../src/simulation/simulate.ts';
import { settle } from './settle.ts';

/** Plays the seeds that it is given, one after the other. */
parentPort?.on('message', async ({ seed, days }: { readonly seed: number; readonly days: number }) => {
  parentPort?.postMessage(await simulate({ seed, days, settle }));
});
