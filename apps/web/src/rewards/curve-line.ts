type Point = { x: number; y: number };

/**
 * The line of a curve for drawing: nothing below the first anchor, straight between anchors, the last holds above;
 * wide enough for what is marked on it.
 */
export function curveLine(
  anchors: readonly Point[],
  marked: readonly number[],
): { points: Point[]; from: number; to: number; top: number } {
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (!first || !last) return { points: [], from: 0, to: 100, top: 100 };
  const margin = Math.max(5, (last.x - first.x) / 3);
  const from = Math.max(0, Math.min(first.x, ...marked) - margin);
  const to = Math.max(last.x, ...marked) + margin;
  const top = Math.max(...anchors.map(({ y }) => y));
  return { points: [{ x: from, y: 0 }, { x: first.x, y: 0 }, ...anchors, { x: to, y: last.y }], from, to, top };
}
