import type { Goal } from '../../../src/core/goal.ts';
import type { WorkRequest } from '../../../src/core/request.ts';
import { LIMITS } from '../report/sample.ts';

/** An hourly goal whose whole window is one item. */
export function sampleGoal(change: Partial<Goal> = {}): Goal {
  const id = change.id ?? 'docs-index';
  return {
    id,
    file: `goals/${id}.yml`,
    blob: 'd'.repeat(40),
    title: 'Keep the docs index complete',
    objective: 'Every page is in the index.',
    schedule: { kind: 'every', minutes: 60, catchUp: 'once', catchUpWindowMinutes: 10_080 },
    on: [],
    when: null,
    forEach: null,
    permissions: { read: ['**'], write: ['docs/**'], effects: ['draft_pull_request'] },
    limits: LIMITS,
    whenDraftIsOpen: 'update',
    runsUnchanged: false,
    setup: [],
    checks: [],
    doneWhen: [],
    model: 'default',
    enabled: true,
    ...change,
  };
}

/** A person's wish to run it. */
export function sampleRequest(change: Partial<WorkRequest> = {}): WorkRequest {
  return {
    version: 1,
    id: '20261122T030900000Z-abc',
    kind: 'run',
    goal: 'docs-index',
    origin: 'person',
    by: 'octocat',
    at: '2026-11-22T03:09:00Z',
    reason: '',
    ...change,
  };
}
