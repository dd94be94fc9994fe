export interface GraphEdge {
  serviceId: string;
  supportingServiceId: string;
}

export interface PlacedNode {
  id: string;
  /** Of its middle. */
  x: number;
  y: number;
}

export const nodeWidth = 160;
export const nodeHeight = 44;
const gapX = 16;
const gapY = 52;

/**
 * Places services in layers: each stands above everything that it rests on. Within a layer they stand near what they
 * are joined to, so that few lines cross.
 *
 * @param mostInRow How many there is room for side by side.
 */
export function layered(ids: readonly string[], edges: readonly GraphEdge[], mostInRow: number) {
  // A layer with more takes several rows: nothing in it rests on anything else in it.
  const layers = layersOf(ids, edges).flatMap((layer) => inRows(layer, mostInRow));
  const most = Math.max(1, ...layers.map((layer) => layer.length));
  const width = most * (nodeWidth + gapX) + gapX;
  const height = layers.length * (nodeHeight + gapY) - gapY + 2 * gapX;
  const top = layers.length - 1;
  const placed = new Map<string, PlacedNode>();
  layers.forEach((layer, depth) => {
    const left = (width - (layer.length - 1) * (nodeWidth + gapX)) / 2;
    const y = gapX + nodeHeight / 2 + (top - depth) * (nodeHeight + gapY);
    near(layer, edges, placed).forEach((id, place) => placed.set(id, { id, x: left + place * (nodeWidth + gapX), y }));
  });
  return { width, height, nodes: ids.map((id) => placed.get(id)!) };
}

function inRows(layer: string[], most: number): string[][] {
  const rows = Math.ceil(layer.length / most);
  const each = Math.ceil(layer.length / rows);
  return Array.from({ length: rows }, (_, row) => layer.slice(row * each, (row + 1) * each));
}

/** The lowest first: those that rest on nothing. */
function layersOf(ids: readonly string[], edges: readonly GraphEdge[]): string[][] {
  const below = new Map<string, string[]>();
  for (const { serviceId, supportingServiceId } of edges)
    below.set(serviceId, [...(below.get(serviceId) ?? []), supportingServiceId]);
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const depth = Math.max(-1, ...(below.get(id) ?? []).map(depthOf)) + 1;
    depths.set(id, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const id of ids) (layers[depthOf(id)] ??= []).push(id);
  return layers;
}

/** In the order of the middle of what they rest on. */
function near(layer: string[], edges: readonly GraphEdge[], placed: ReadonlyMap<string, PlacedNode>): string[] {
  const middle = (id: string) => {
    const under = edges.flatMap((edge) => (edge.serviceId === id ? (placed.get(edge.supportingServiceId) ?? []) : []));
    return under.length > 0 ? under.reduce((sum, { x }) => sum + x, 0) / under.length : 0;
  };
  const middles = new Map(layer.map((id) => [id, middle(id)]));
  return [...layer].sort((a, b) => middles.get(a)! - middles.get(b)!);
}
