/** Something a person can mend: one sentence, exit code 2. */
export class UserFault extends Error {}

/** What standard error says of a UserFault. Anything else is a fault of ours, and thrown again. */
export function complaintOf(error: unknown): string {
  if (!(error instanceof UserFault)) throw error;
  return `${error.message}\n`;
}
