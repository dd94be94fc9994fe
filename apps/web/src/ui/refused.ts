/** Why a rule refused an act; `field` is the path of the form's field, empty when it is about the whole. */
export type Refusal = { code: string; field: string[]; message: string };

/** A rule said no; nothing was written. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusals: Refusal[]) {
    super(refusals.map(({ message }) => message).join(' '));
  }
}
