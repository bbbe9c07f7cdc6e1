/**
 * Faults that are planted one at a time into a copy of the source: for each invariant at least two, and the tests that
 * must fail because of it. `npm run faults` shows that they do.
 */
import { ATTACK_FAULTS } from './planted/attacks.ts';
import { CLONE_FAULTS } from './planted/clone.ts';
import { GATE_FAULTS } from './planted/gate.ts';
import { IDENTITY_FAULTS } from './planted/identity.ts';
import { LEASE_FAULTS } from './planted/leases.ts';
import { MONEY_FAULTS } from './planted/money.ts';
import { PERSON_FAULTS } from './planted/persons.ts';
import { RECORD_FAULTS } from './planted/record.ts';
import { REF_FAULTS } from './planted/refs.ts';
import { STATE_FAULTS } from './planted/state.ts';
import { WORK_FAULTS } from './planted/work.ts';
import type { PlantedFault } from './planted-fault.ts';

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  ...LEASE_FAULTS,
  ...MONEY_FAULTS,
  ...WORK_FAULTS,
  ...GATE_FAULTS,
  ...PERSON_FAULTS,
  ...RECORD_FAULTS,
  ...STATE_FAULTS,
  ...CLONE_FAULTS,
  ...REF_FAULTS,
  ...IDENTITY_FAULTS,
  ...ATTACK_FAULTS,
];
