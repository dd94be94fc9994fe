/** Something outside keeps Accord from starting; the message is the one plain sentence that names it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
