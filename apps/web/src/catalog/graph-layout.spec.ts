import { describe, expect, it } from 'vitest';
import { layered, nodeHeight } from './graph-layout';

const on = (...pairs: string[]) => pairs.map((pair) => ({ serviceId: pair[0]!, supportingServiceId: pair[1]! }));
const room = { mostInRow: 2, nodeWidth: 160 };

describe('a graph of services in layers', () => {
  const wanted = on('ab', 'bc', 'ac', 'dc', 'fa', 'fc', 'fd');
  const { nodes, edges, width, height } = layered(['a', 'b', 'c', 'd', 'e', 'f'], wanted, room);
  const at = new Map(nodes.map((node) => [node.id, node]));

  it('stands everything above all that it rests on, however far, and nothing on anything else', () => {
    for (const { serviceId, supportingServiceId } of wanted)
      expect(at.get(serviceId)!.y).toBeLessThan(at.get(supportingServiceId)!.y);
    for (const one of nodes) {
      const half = room.nodeWidth / 2;
      expect([one.x >= half, one.x <= width - half, one.y > 0, one.y < height]).not.toContain(false);
      for (const other of nodes)
        if (one !== other && one.y === other.y)
          expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(room.nodeWidth);
    }
  });

  it('leads no line through a service that it does not join', () => {
    expect(edges.map(({ serviceId, supportingServiceId }) => serviceId + supportingServiceId)).toEqual(
      wanted.map(({ serviceId, supportingServiceId }) => serviceId + supportingServiceId),
    );
    for (const { points } of edges)
      for (const [place, { x, y }] of points.slice(0, -1).entries()) {
        const next = points[place + 1]!;
        expect(next.y).toBeGreaterThan(y);
        // Beside the services of a row it goes straight down; between rows there are none.
        const passed = nodes.filter((node) => node.y > y - 1 && node.y < next.y + 1 && next.y - y <= nodeHeight);
        for (const node of passed) {
          expect(next.x).toBe(x);
          expect(Math.abs(node.x - x)).toBeGreaterThan(room.nodeWidth / 2);
        }
      }
  });

  it('is one box for a service that stands alone', () => {
    expect(layered(['a'], [], room).nodes).toHaveLength(1);
  });
});
