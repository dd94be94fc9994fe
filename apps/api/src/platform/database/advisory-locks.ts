/** Keys of PostgreSQL's advisory locks, each for one thing that is done by one server at a time. */
export const ADVISORY_LOCK = {
  cluster: 4_274_673,
  migration: 4_274_674,
  /** With the source of the import as its second key. */
  imports: 4_274_675,
  demoFill: 4_274_676,
  /** Held by every server that works on jobs. */
  jobs: 4_274_677,
  evaluation: 4_274_678,
  measurementMonths: 4_274_679,
  /** With the agreement as its second key. */
  claims: 4_274_680,
  /** Shared by who reads runs; alone by who makes all of them anew. */
  rollups: 4_274_681,
} as const;
