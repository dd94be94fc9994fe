import { describe, expect, it } from 'vitest';
import { layered, nodeWidth } from './graph-layout';

const on = (...pairs: string[]) => pairs.map((pair) => ({ serviceId: pair[0]!, supportingServiceId: pair[1]! }));

describe('a graph of services in layers', () => {
  it('stands everything above all that it rests on, however far, and nothing on anything else', () => {
    const edges = on('ab', 'bc', 'ac', 'dc');
    const { nodes, width, height } = layered(['a', 'b', 'c', 'd', 'e'], edges, 2);
    const at = new Map(nodes.map((node) => [node.id, node]));
    for (const { serviceId, supportingServiceId } of edges)
      expect(at.get(serviceId)!.y).toBeLessThan(at.get(supportingServiceId)!.y);
    for (const one of nodes) {
      expect([one.x >= nodeWidth / 2, one.x <= width - nodeWidth / 2, one.y > 0, one.y < height]).not.toContain(false);
      for (const other of nodes)
        if (one !== other && one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(nodeWidth);
    }
  });

  it('is one box for a service that stands alone', () => {
    expect(layered(['a'], [], 2).nodes).toHaveLength(1);
  });
});
