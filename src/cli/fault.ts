/** Something a person can mend: one sentence, exit code 2. */
export class UserFault extends Error {}
