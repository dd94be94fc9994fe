/**
 * A rule said no: expected, worded for people, and never a fault.
 * Thrown, so that the transaction around it rolls back.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code What clients branch on, in upper snake case, such as `NO_COMMITMENT`.
   * @param message One plain sentence for the person who asked.
   * @param field Path of the input field that is to blame; omitted when none is.
   */
  constructor(
    readonly code: string,
    message: string,
    readonly field?: readonly string[],
  ) {
    super(message);
  }
}
