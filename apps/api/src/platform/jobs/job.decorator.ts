import { SetMetadata } from '@nestjs/common';

export const JOB = 'accord:job';

/** How a kind of work is done. */
export interface JobOptions {
  /** Waits for somebody else's server; such work has workers of its own, so that it never holds up ours. */
  outside?: boolean;
  /** How often it is tried before it is given up; 10 when left out. */
  attempts?: number;
  /** Begins by itself, once in so many minutes among all servers. */
  everyMinutes?: number;
}

/** What a method that is marked as a job gets besides what was handed to `Jobs.enqueue`. */
export interface JobRun {
  /** Now, by the clock; a job reads no other. */
  at: Date;
  /** 1 for the first attempt. */
  attempt: number;
  /** Whether it is given up when it fails this time. */
  isLast: boolean;
  /** Aborted when the server stops: what waits for somebody else may let go, and is done anew after the start. */
  signal: AbortSignal;
}

/** Work of a queue, with what the queue was handed. Done at least once: doing it twice must change nothing more. */
export type JobHandler<Payload = object> = (payload: Payload, run: JobRun) => Promise<void>;

/** Makes a method the worker of a queue. What it throws is tried again later, each time after a longer pause. */
export const Job = (queue: string, options: JobOptions = {}) => SetMetadata(JOB, { queue, ...options });
