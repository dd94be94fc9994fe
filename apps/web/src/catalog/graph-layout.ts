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

export interface PlacedEdge extends GraphEdge {
  /** From the service down to what it rests on, past all that stands between. */
  points: { x: number; y: number }[];
}

export const nodeHeight = 64;
const gapX = 16;
const gapY = 44;
/** Of the way that an edge takes through a row where it does not end. */
const laneWidth = 8;

/**
 * Places services in layers: each stands above everything that it rests on. Within a layer they stand near what they
 * are joined to, so that few lines cross; a line to a farther layer has a way of its own past those between.
 *
 * @param mostInRow How many there is room for side by side.
 */
export function layered(
  ids: readonly string[],
  edges: readonly GraphEdge[],
  { mostInRow, nodeWidth }: { mostInRow: number; nodeWidth: number },
) {
  // A layer with more takes several rows: nothing in it rests on anything else in it.
  const rows = layersOf(ids, edges).flatMap((layer) => inRows(layer, mostInRow));
  const rowOf = new Map(rows.flatMap((row, place) => row.map((id) => [id, place] as const)));
  const ways = edges.map((edge) => wayOf(edge, rowOf));
  // What stands or passes in each row, the lowest first; and to what each is joined in the row below.
  const stops = rows.map((row, place) => [...row, ...ways.flatMap((way) => way.lanes.get(place) ?? [])]);
  const below = new Map<string, string[]>();
  for (const { path } of ways)
    for (const [place, id] of path.slice(0, -1).entries()) below.set(id, [...(below.get(id) ?? []), path[place + 1]!]);

  const widthOf = (id: string) => (rowOf.has(id) ? nodeWidth : laneWidth);
  const widthOfRow = (row: readonly string[]) => row.reduce((sum, id) => sum + widthOf(id) + gapX, gapX);
  const width = Math.max(...stops.map(widthOfRow));
  const height = rows.length * (nodeHeight + gapY) - gapY + 2 * gapX;
  const placed = new Map<string, PlacedNode>();
  stops.forEach((row, place) => {
    const y = gapX + nodeHeight / 2 + (rows.length - 1 - place) * (nodeHeight + gapY);
    let left = (width - widthOfRow(row)) / 2 + gapX;
    for (const id of near(row, below, placed)) {
      placed.set(id, { id, x: left + widthOf(id) / 2, y });
      left += widthOf(id) + gapX;
    }
  });
  return {
    width,
    height,
    nodes: ids.map((id) => placed.get(id)!),
    edges: ways.map(({ edge, path }): PlacedEdge => ({ ...edge, points: pointsOf(path.map((id) => placed.get(id)!)) })),
  };
}

/** From the lower edge of the first to the upper edge of the last; straight down beside what it passes. */
function pointsOf(stops: readonly PlacedNode[]): PlacedEdge['points'] {
  const half = nodeHeight / 2;
  return stops.flatMap(({ x, y }, place) => [
    ...(place > 0 ? [{ x, y: y - half }] : []),
    ...(place < stops.length - 1 ? [{ x, y: y + half }] : []),
  ]);
}

/** The stops of an edge, and those of them that are lanes, by their rows. */
function wayOf(edge: GraphEdge, rowOf: ReadonlyMap<string, number>) {
  const { serviceId, supportingServiceId } = edge;
  const [from, to] = [rowOf.get(serviceId)!, rowOf.get(supportingServiceId)!];
  const between = Array.from({ length: from - to - 1 }, (_, step) => from - 1 - step);
  const lanes = new Map(between.map((row) => [row, `${serviceId} ${supportingServiceId} ${row}`]));
  return { edge, lanes, path: [serviceId, ...lanes.values(), supportingServiceId] };
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

/** In the order of the middle of what they are joined to below. */
function near(
  row: readonly string[],
  below: ReadonlyMap<string, string[]>,
  placed: ReadonlyMap<string, PlacedNode>,
): string[] {
  const middle = (id: string) => {
    const under = (below.get(id) ?? []).flatMap((one) => placed.get(one) ?? []);
    return under.length > 0 ? under.reduce((sum, { x }) => sum + x, 0) / under.length : 0;
  };
  const middles = new Map(row.map((id) => [id, middle(id)]));
  return [...row].sort((a, b) => middles.get(a)! - middles.get(b)!);
}
