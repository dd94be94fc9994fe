import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ResultContributionsDocument } from '../../generated/graphql';
import { Burndown, type BurndownData } from '../../ui/burndown';
import { EmptyState } from '../../ui/empty-state';
import { formatInstant } from '../../ui/format-instant';
import { onDemand } from '../../ui/on-demand';
import { numbered } from '../annotations/numbered';
import type { LeftOut } from './left-out';
import type { Result, ResultKey } from './result-keys';
import type { Pictures } from './use-pictures';
import { WindowSwitch } from './window-switch';

const RollingChart = onDemand(() => import('./rolling-chart').then((module) => module.RollingChart));

type Props = {
  pictures: Pictures | undefined;
  window: 'rolling' | undefined;
  /** Without the switch between the windows. */
  onPaper?: boolean;
  resultKey: ResultKey;
  result: Result;
  mayLookBehind: boolean;
  leftOut: LeftOut[];
};

const pins = 20;

/** The burndown of the period, with what spent it and what did not count. */
export function BudgetChart({ pictures, window, onPaper, resultKey, result, mayLookBehind, leftOut }: Props) {
  const { t } = useTranslation();
  const worst = useQuery({
    ...query(ResultContributionsDocument, { ...resultKey, first: pins, onlyBad: true }),
    enabled: mayLookBehind,
  });
  const bad = worst.data?.commitment?.result?.contributions.edges;
  const { from, to, timeZone: zone, burndown, projection, annotations } = result;

  const marks = useMemo(
    () => ({
      exclusions: leftOut.map(({ from: start, to: end, label }) => ({ from: start, to: end, label })),
      incidents: bad?.flatMap(({ node }) => {
        const at = node.dueAt ?? node.from;
        return at && at >= from && at < to ? [{ at, label: node.evidence.label }] : [];
      }),
      notes: numbered(annotations),
    }),
    [from, to, leftOut, bad, annotations],
  );
  const data = useMemo<BurndownData>(
    () => ({
      from,
      to,
      zone,
      points: burndown,
      projection: projection ?? undefined,
      ...marks,
    }),
    [from, to, zone, burndown, projection, marks],
  );

  if (burndown.length === 0) return <NothingToDraw result={result} />;
  const mayRoll = (pictures?.rolling.length ?? 0) > 0;
  if (window === 'rolling' && pictures && mayRoll)
    return (
      <RollingChart result={result} rolling={pictures.rolling} marks={marks} actions={!onPaper && <WindowSwitch />} />
    );
  const spentAt = data.projection?.exhaustedAt;
  return (
    <Burndown
      data={data}
      actions={mayRoll && !onPaper && <WindowSwitch />}
      answers={
        spentAt
          ? t('performance.commitment.spentAt', { at: formatInstant(spentAt, { zone, style: 'date' }) })
          : t('ui.burndown.answers')
      }
    />
  );
}

/** A settled figure is all that is known of its period, and a budget of nothing has no course; else nothing was measured. */
function NothingToDraw({ result: { figure, settledFigure } }: { result: Result }) {
  const { t } = useTranslation();
  if (figure === null) return <EmptyState kind="noData" />;
  return (
    <EmptyState kind="noData" title={t('performance.commitment.undrawn')}>
      {t(settledFigure ? 'performance.commitment.undrawnSettled' : 'performance.commitment.undrawnAlone')}
    </EmptyState>
  );
}
