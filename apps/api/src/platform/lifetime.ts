import { setTimeout as sleep } from 'node:timers/promises';

/** Thrown out of the start when somebody asked to stop while it was still going on. */
export class Interrupted extends Error {}

/** How long a signal waits for the step of the start that is under way. */
const PATIENCE_MS = 2_000;

/** What a process has started, to be stopped in the reverse order: at a signal, or when the start fails. */
export class Lifetime {
  private readonly stops: (() => Promise<void>)[] = [];
  private pending: Promise<unknown> = Promise.resolve();
  private stopping?: Promise<void>;

  /**
   * Takes the signals over from whatever listened to them while the program was being built.
   * Ctrl-C often arrives twice, from the terminal and from npm: only the first one counts.
   */
  endAtSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.removeAllListeners(signal);
      process.on(signal, () => void this.stop().then(() => process.exit(0)));
    }
  }

  /**
   * Runs one step of the start.
   *
   * @param stop Undoes what the step has made.
   * @param limitMs How long `stop` may take before the rest is stopped without it.
   */
  async start<T>(step: () => Promise<T>, stop?: (made: T) => Promise<unknown>, limitMs = 8_000): Promise<T> {
    if (this.stopping) throw new Interrupted();
    const started = step().then((made) => {
      if (stop) this.stops.push(async () => void (await Promise.race([stop(made), expiry(limitMs)])));
      return made;
    });
    this.pending = started.catch(() => {});
    const made = await started;
    if (this.stopping) throw new Interrupted();
    return made;
  }

  /** Waits for the step under way, then stops everything; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopping ??= this.unwind();
    return this.stopping;
  }

  private async unwind(): Promise<void> {
    await Promise.race([this.pending, expiry(PATIENCE_MS)]);
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) await stop();
  }
}

function expiry(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
