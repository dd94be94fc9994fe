import { Injectable } from '@nestjs/common';

/** How far the filling of the demo organisation is. */
export interface DemoStep {
  done: number;
  total: number;
  /** What is being made now, for people. */
  step: string;
  failed: boolean;
}

/** Kept in memory: the process that serves is the one that fills. */
@Injectable()
export class DemoProgress {
  /** null when nothing is being filled. */
  current: DemoStep | null = null;
}
