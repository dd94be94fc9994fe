/** Thrown by a job for what goes wrong now and then, such as somebody else's server that does not answer: no fault of ours. */
export class TryAgain extends Error {
  /** @param startAt When; after the usual pause when left out. */
  constructor(
    message: string,
    readonly startAt?: Date,
  ) {
    super(message);
  }
}
