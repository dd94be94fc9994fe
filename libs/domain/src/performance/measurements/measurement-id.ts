/** What one measurement is known by: its series, the instant it is of, and how often it has been corrected. */
export interface MeasurementIdentity {
  /** A positive integer. */
  readonly seriesId: number;
  /** Epoch milliseconds, not before 1970. */
  readonly at: number;
  /** 0 = as it came first; 4095 at most. */
  readonly revision: number;
}

/**
 * The id by which a measurement is linked to: its identity in the layout of a version 8 UUID (RFC 9562), so that it need
 * not be stored. The function `measurement_id` of the database makes the same.
 *
 * @example measurementId({ seriesId: 7, at: 1_772_323_200_000, revision: 0 }) // '019ca6b1-dc00-8000-8000-000000000007'
 */
export function measurementId({ seriesId, at, revision }: MeasurementIdentity): string {
  const time = at.toString(16).padStart(12, '0');
  const corrected = revision.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-8${corrected}-8000-0000${seriesId.toString(16).padStart(8, '0')}`;
}
