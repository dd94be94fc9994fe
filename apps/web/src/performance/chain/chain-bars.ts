import { i18next } from '../../i18n/i18n';
import { formatDuration } from '../../ui/format-duration';
import { formatExactPercent } from '../../ui/format-percent';
import { linkName, type Chain, type Link } from './chain-words';

type Segment = { name: string; size: number };
type Bar = { label: string; total: string; over?: boolean; segments: Segment[] };

/** What is promised above what the parts need, in the same measure. */
export type BarSet = { title: string; largest: number; bars: Bar[] };

/** For tickets time, by priority; else the share that may go wrong. */
export function chainBars({ figures, links }: Chain): BarSet[] {
  const parts = links.filter(({ depth }) => depth === 1);
  return figures.flatMap(({ priority, promised, attainable, promisedMs, attainableMs }) => {
    if (promisedMs != null && attainableMs != null) {
      const title = i18next.t('chain.timeOf', { priority });
      const shown = (ms: number) => formatDuration(ms, { days: false });
      return [barSet(title, promisedMs, attainableMs, timesOf(parts, priority ?? null), shown)];
    }
    if (attainable == null) return [];
    const each = parts.flatMap((link) =>
      link.promised == null ? [] : [{ name: linkName(link), size: 100 - Number(link.promised) }],
    );
    const shown = (share: number) => formatExactPercent(share.toFixed(6), 4);
    return [barSet(i18next.t('chain.allowed'), 100 - Number(promised), 100 - Number(attainable), each, shown)];
  });
}

function timesOf(parts: readonly Link[], priority: number | null): Segment[] {
  return parts.flatMap((link) => {
    const indicator = link.commitment?.terms.indicator;
    const targets = indicator?.__typename === 'TicketsInTimeIndicator' ? indicator.targets : [];
    const size = targets.find((target) => target.priority === priority)?.targetMs;
    return size === undefined ? [] : [{ name: linkName(link), size }];
  });
}

function barSet(
  title: string,
  promised: number,
  together: number,
  each: Segment[],
  shown: (size: number) => string,
): BarSet {
  const [above, below] = [i18next.t('chain.promisedBar'), i18next.t('chain.partsBar')];
  const whole = [{ name: below, size: together }];
  // Alternatives, longer windows and what lies beneath make a part count for more or less than it says.
  const addsUp = Math.abs(each.reduce((sum, { size }) => sum + size, 0) - together) <= together / 50;
  return {
    title,
    largest: Math.max(promised, together),
    bars: [
      { label: above, total: shown(promised), segments: [{ name: above, size: promised }] },
      { label: below, total: shown(together), over: together > promised, segments: addsUp ? each : whole },
    ],
  };
}
