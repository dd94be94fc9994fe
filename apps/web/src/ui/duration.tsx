import { formatDuration } from './format-duration';

/** Elapsed time in at most two units. `days={false}` for budgets, where hours are what people compare. */
export function Duration({ ms, days }: { ms: number; days?: boolean }) {
  return (
    <time dateTime={`PT${Math.abs(ms) / 1000}S`} className="figures">
      {formatDuration(ms, { days })}
    </time>
  );
}
