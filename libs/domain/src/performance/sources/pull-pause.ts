const LONGEST_MS = 6 * 3_600_000;
const SHORTEST_MS = 60_000;

/**
 * How long a pull waits after a failure: a time by chance below its interval times two to the failures, six hours at
 * most, so that servers that failed together are not asked together ("full jitter").
 *
 * @param failures One after the other, this one included; 1 is the first.
 * @param askedMs What the server asks for; kept up to six hours.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function pullPauseMs(
  { failures, everyMinutes, askedMs }: { failures: number; everyMinutes: number; askedMs: number | null },
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(LONGEST_MS, everyMinutes * 60_000 * 2 ** Math.min(failures, 20));
  const jittered = Math.max(SHORTEST_MS, Math.round(ceiling * random()));
  return Math.max(jittered, Math.min(askedMs ?? 0, LONGEST_MS));
}
