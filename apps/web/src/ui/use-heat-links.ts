import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { HeatPeriod, HeatRow, HeatTarget } from './heat-types';

/**
 * Links of a heat table. Thousands of router links would cost more than the table: its anchors are plain, marked
 * `data-head="row"` or `data-cell="row:column"`, and what they share stands here once.
 */
export function useHeatLinks(rows: HeatRow[], periods: HeatPeriod[]) {
  const router = useRouter();

  const linkAt = (event: MouseEvent): { anchor: HTMLElement; target: HeatTarget; label?: string } | undefined => {
    const anchor = (event.target as HTMLElement).closest('a');
    const { head, cell } = anchor?.dataset ?? {};
    const [row, column] = (head ?? cell ?? '').split(':');
    const found = rows[Number(row)];
    const at = column === undefined ? found : found?.cells[periods[Number(column)]?.id ?? ''];
    return anchor && at ? { anchor, target: at.target, label: column && at.label } : undefined;
  };

  /** Addresses of the cells of a row, which differ in what stands behind the question mark only. */
  const hrefsOf = (row: HeatTarget) => {
    const path = pathOf(row);
    return ({ search }: HeatTarget) =>
      search ? path + written(search as Search, router.options.stringifySearch!) : path;
  };

  const onClick = (event: MouseEvent) => {
    const link = linkAt(event);
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate(link.target as never);
  };

  /** A tooltip is made when somebody points there. */
  const onMouseOver = (event: MouseEvent) => {
    const link = linkAt(event);
    if (link?.label) link.anchor.title = link.label;
  };

  /** And goes with who pointed: another order writes another row into this place. */
  const onMouseOut = (event: MouseEvent) => (event.target as HTMLElement).closest('a')?.removeAttribute('title');

  return { hrefsOf, handlers: { onClick, onMouseOver, onMouseOut } };
}

/** For 200 rows the router would build as many locations, which costs more than to write their rows. */
function pathOf({ to, params }: HeatTarget): string {
  const values = params as Record<string, string>;
  return String(to).replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!));
}

type Search = Record<string, unknown>;

const known = new WeakMap<Search, string>();

/** All cells of a month share their parameters. */
function written(search: Search, write: (search: Search) => string): string {
  const text = known.get(search) ?? write(search);
  known.set(search, text);
  return text;
}
