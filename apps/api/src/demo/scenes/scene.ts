/** Something that somebody does in the demo organisation, and when. */
export interface Scene {
  at: Date;
  /** What is being made, for people who wait. */
  step: string;
  /** How long it takes against others, for the progress; 1 unless said otherwise. */
  effort?: number;
  play(): Promise<unknown>;
}
