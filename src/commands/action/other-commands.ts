/* Everything but the wake itself, loaded as one piece: each lazy import more cuts dist/ into more files. */
export { previewOnRunner } from './preview.ts';
export { rehearseOnRunner } from './rehearse.ts';
export { requestOnRunner } from './request.ts';
export { watchdogOnRunner } from './watchdog.ts';
