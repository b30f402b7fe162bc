// How long a try waits for what it waits for. One look at that is on the agenda; it moves to a later instant as long as there
// is a reason to wait on, and an earlier one gets a look of its own, which makes the other one pointless.

import { schedule, type Instant } from '../kernel/schedule';
import type { Transfer } from '../mta/types';
import type { World } from '../world-types';

/** The try waits until then at most. */
export function awaitUntil(world: World, transfer: Transfer, deadline: Instant): void {
  transfer.deadline = deadline;
  if (transfer.deadlineAt !== null && transfer.deadlineAt <= deadline) return;
  transfer.deadlineAt = deadline;
  schedule(world.agenda, deadline, { type: 'transferDeadline', transfer: transfer.id });
}

/** When a look that is planned for an instant is really needed; null if it is not needed any more. Moves the plan. */
export function nextLook(transfer: Transfer | undefined, at: Instant): Instant | null {
  if (transfer?.deadlineAt !== at) return null;
  transfer.deadlineAt = transfer.deadline === null ? null : Math.max(at, transfer.deadline);
  return transfer.deadlineAt;
}
