/** Something that somebody does in the demo organisation, and when. */
export interface Scene {
  at: Date;
  /** What is being made, for people who wait. */
  step: string;
  play(): Promise<unknown>;
}
