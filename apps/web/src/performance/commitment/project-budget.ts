type Point = { at: string; leftPercent: string };

export type Projection = { at: string; leftPercent: string; exhaustedAt?: string };

/**
 * Where the budget of an open period goes if it burns on as it did so far: a straight line from its start through the
 * newest point to its end. None while nothing was spent, or once everything is.
 */
export function projectBudget(points: Point[], from: string, to: string): Projection | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  const [start, now, end] = [from, last.at, to].map(Date.parse) as [number, number, number];
  const left = Number(last.leftPercent);
  if (now <= start || now >= end || left >= 100 || left < 0) return undefined;
  const perMs = (100 - left) / (now - start);
  const atEnd = left - perMs * (end - now);
  const exhausted = now + left / perMs;
  return {
    at: to,
    leftPercent: atEnd.toFixed(4),
    ...(exhausted < end ? { exhaustedAt: new Date(exhausted).toISOString() } : {}),
  };
}
