import { UserFault } from './fault';

/** What Node's parseArgs gives. A UserFault where it complains. */
export function parsedArguments<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    // Node says more than a person needs; its first sentence names the option.
    throw new UserFault(`${(error as Error).message.split(/\.(?:\s|$)|\n/)[0] ?? ''}; --help says which there are.`);
  }
}
