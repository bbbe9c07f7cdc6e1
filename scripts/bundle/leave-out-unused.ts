import type { Plugin } from 'esbuild';

/** Packages that do nothing when they are loaded, and do not say so. */
const QUIET = /^(@actions\/[^/]+|undici|tunnel|@octokit\/[^/]+)$/;
const INSIDE = /node_modules\/@actions\//;

/**
 * Leaves out what nobody calls. @actions/core and @actions/github bring an HTTP client and an octokit of their own along,
 * 900 kB that every wake would load and none would use.
 */
export const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, pluginData, kind, importer, resolveDir }) => {
      if (pluginData === 'resolved' || !(QUIET.test(path) || INSIDE.test(importer))) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
  },
};
