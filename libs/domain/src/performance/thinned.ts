/**
 * The points of a line that are needed to draw it: of each of equal stretches of time the first and the last one.
 *
 * @param points In order of time, in epoch milliseconds.
 * @param most How many there may be, at least 2; so many or fewer stay as they are.
 * @returns The first and the last point are among them.
 */
export function thinned<P extends { readonly at: number }>(points: readonly P[], most: number): readonly P[] {
  if (points.length <= most) return points;
  const from = points[0]!.at;
  const stretches = Math.floor(most / 2);
  const stretchMs = (points.at(-1)!.at - from + 1) / stretches;
  const stretchOf = (point: P | undefined) => point && Math.floor((point.at - from) / stretchMs);
  return points.filter((point, i) => {
    const own = stretchOf(point);
    return own !== stretchOf(points[i - 1]) || own !== stretchOf(points[i + 1]);
  });
}
