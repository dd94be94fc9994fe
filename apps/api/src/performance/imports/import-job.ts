import type { ImportRunEntity } from './import-run.entity.js';
import type { ImportSession } from './import-session.js';

/** An import under way: what it has come to so far, and the means by which it goes on. */
export interface ImportJob {
  run: ImportRunEntity;
  session: ImportSession;
  /** Where the file lies. */
  path: string;
  /** Aborted when the process has to end. */
  signal: AbortSignal;
  /** Called after each batch. */
  onProgress(run: ImportRunEntity): void;
}
