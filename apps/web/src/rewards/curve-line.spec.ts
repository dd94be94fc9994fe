import { describe, expect, it } from 'vitest';
import { curveLine } from './curve-line';

const anchors = [
  { x: 90, y: 50 },
  { x: 100, y: 100 },
  { x: 110, y: 150 },
];

describe('the line of a curve', () => {
  it('pays nothing below the first anchor, and the last holds above', () => {
    const { points, from, to, top } = curveLine(anchors, []);
    expect(points.slice(0, 3)).toEqual([
      { x: from, y: 0 },
      { x: 90, y: 0 },
      { x: 90, y: 50 },
    ]);
    expect(points.at(-1)).toEqual({ x: to, y: 150 });
    expect(top).toBe(150);
  });
  it('is wide enough for every measure marked on it', () => {
    expect(curveLine(anchors, [40]).from).toBeLessThan(40);
    expect(curveLine(anchors, [140]).to).toBeGreaterThan(140);
  });
  it('never begins below nothing', () => {
    expect(curveLine(anchors, [1]).from).toBe(0);
  });
});
