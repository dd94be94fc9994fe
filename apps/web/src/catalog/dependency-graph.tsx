import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ScrollBox } from '../ui/scroll-box';
import { useNarrow } from '../ui/use-narrow';
import type { GraphNode, Where } from './dependencies-page';
import classes from './dependency-graph.module.css';
import { layered, nodeHeight, type GraphEdge, type PlacedEdge } from './graph-layout';

type Props = {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  whereOf: (node: GraphNode) => Where;
  /** In which the boxes lead on. */
  view: 'business' | undefined;
};

/** Services in layers: what stands higher rests on what stands lower. Each box leads to the same question about it. */
export function DependencyGraph({ nodes, edges, whereOf, view }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const ids = nodes.map(({ service }) => service.id);
  const nodeWidth = narrow ? 136 : 172;
  const layout = layered(ids, edges, { mostInRow: narrow ? 2 : 6, nodeWidth });
  const { width, height, nodes: placed, edges: lines } = layout;
  const at = new Map(placed.map((node) => [node.id, node]));
  return (
    <ScrollBox label={t('choosing.graph.picture')} className={classes.box}>
      <div className={classes.canvas} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden className={classes.lines}>
          {lines.map(({ serviceId, supportingServiceId, points }) => (
            <path key={`${serviceId} ${supportingServiceId}`} d={pathOf(points)} />
          ))}
        </svg>
        <ul className={classes.nodes}>
          {nodes.map((node) => {
            const { service, isHit, isBusiness } = node;
            const { x, y } = at.get(service.id)!;
            const where = whereOf(node);
            const subscriptions =
              isBusiness || node.subscriptions > 0
                ? t('choosing.graph.subscriptions', { count: node.subscriptions })
                : t('choosing.graph.notOrdered');
            return (
              <li
                key={service.id}
                style={{ left: x - nodeWidth / 2, top: y - nodeHeight / 2, width: nodeWidth, height: nodeHeight }}
              >
                <Link
                  to="/catalog/$slug/dependencies"
                  params={{ slug: service.slug }}
                  search={{ view }}
                  className={classes.node}
                  data-where={where}
                  data-hit={isHit || undefined}
                  data-business={isBusiness || undefined}
                  aria-current={where === 'self' ? 'page' : undefined}
                  aria-label={t('choosing.graph.node', {
                    name: service.name,
                    where: t(`choosing.graph.${where}`),
                    subscriptions,
                  })}
                >
                  <span className={classes.name}>{service.name}</span>
                  <small>{subscriptions}</small>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </ScrollBox>
  );
}

/** Bends between the rows; straight where it stays on its way. */
function pathOf([first, ...rest]: PlacedEdge['points']): string {
  let { x, y } = first!;
  const steps = rest.map((to) => {
    const half = (y + to.y) / 2;
    const step = to.x === x ? `L ${x} ${to.y}` : `C ${x} ${half}, ${to.x} ${half}, ${to.x} ${to.y}`;
    ({ x, y } = to);
    return step;
  });
  return `M ${first!.x} ${first!.y} ${steps.join(' ')}`;
}
