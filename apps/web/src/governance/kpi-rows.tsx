import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { KpiState, Verdict } from '../generated/graphql';
import { BulletBar } from '../ui/bullet-bar';
import { formatPeriod } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { ToneBadge, type Tone } from '../ui/tone-badge';
import { verdictGlyph, verdictWord } from '../ui/verdict';
import classes from './kpi-rows.module.css';
import { kpiScale } from './kpi-scale';

export type KPIRow = {
  id: string;
  name: string;
  /** "Payroll: Availability". */
  promise: string;
  weight: string;
  floor: string;
  target: string;
  state: KpiState;
  actual: string | null;
  score: string | null;
  results: KPIResult[];
};

export type KPIResult = {
  id: string;
  period: string;
  revision: number;
  figure: string | null;
  verdict: Verdict;
  /** Missed by the contract, because its data is missing. */
  deemed?: boolean;
  /** Where it is explained; not given to who may not see it. */
  commitment?: { service: string; slug: string };
  /** A newer revision stands. */
  replaced?: boolean;
};

const tones: Record<KpiState, Tone> = {
  SCORED: 'good',
  DEEMED: 'bad',
  NO_DATA: 'neutral',
  NO_ACTIVITY: 'neutral',
  NOT_CLOSED: 'warning',
};

/** Each KPI on its scale from 0 to 100, with its weight, its score, and the results that it is made of. */
export function KPIRows({ label, rows }: { label: string; rows: KPIRow[] }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { row: KPIRow }) {
  const { t } = useTranslation();
  const { name, promise, weight, floor, target, state, actual, score, results } = row;
  const lessIsBetter = Number(floor) > Number(target);
  const against = t(lessIsBetter ? 'governance.kpi.atMost' : 'governance.kpi.atLeast', {
    target: formatExactPercent(target),
  });
  return (
    <>
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.promise}>{promise}</div>
      </div>
      <div className={classes.measured}>
        {actual === null ? (
          <ToneBadge tone={tones[state]}>{t(`governance.kpiState.${state}`)}</ToneBadge>
        ) : (
          <BulletBar
            label={t('governance.kpi.bullet', {
              actual: formatPercent(actual, { decimals: 4 }),
              target: formatExactPercent(target),
              floor: formatExactPercent(floor),
            })}
            value={Number(actual)}
            target={Number(target)}
            missed={Number(score) === 0}
            {...kpiScale(Number(actual), Number(floor), Number(target))}
          />
        )}
        <div className={`${classes.against} figures`}>
          {actual === null ? t(`governance.kpiWords.${state}`) : formatPercent(actual, { decimals: 4 })} · {against}
        </div>
      </div>
      <div className={classes.numbers}>
        <div>
          <span className={classes.label}>{t('governance.kpi.score')}</span>
          <strong className="figures">
            {score === null ? '–' : formatNumber(score, { maximumFractionDigits: 2 })}
          </strong>
        </div>
        <div>
          <span className={classes.label}>{t('governance.kpi.weight')}</span>
          <span className="figures">{formatNumber(weight)}</span>
        </div>
      </div>
      <Stack gap={4} className={classes.results}>
        {results.map((result) => (
          <ResultCell key={result.id} result={result} />
        ))}
      </Stack>
    </>
  );
}

/** One result as in the heat table: sign, figure, colour; a way to its evidence where there is one. */
function ResultCell({
  result: { period, revision, figure, verdict, deemed, commitment, replaced },
}: {
  result: KPIResult;
}) {
  const { t } = useTranslation();
  const words = (
    <>
      <span>{formatPeriod(period)}</span>
      <span>
        <span aria-hidden>{verdictGlyph[verdict]}</span> {deemed && `${verdictWord({ verdict, deemed })}, `}
        {figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 })}
      </span>
    </>
  );
  const label = t('governance.kpi.result', {
    period: formatPeriod(period),
    figure: figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 }),
    verdict: verdictWord({ verdict, deemed }),
    revision,
  });
  if (!commitment)
    return (
      <span className={classes.result} data-verdict={verdict} title={label}>
        {words}
      </span>
    );
  return (
    <TextLink
      to="/commitments/$service/$commitment"
      params={{ service: commitment.service, commitment: commitment.slug }}
      search={{ period, revision: replaced ? revision : undefined }}
      className={classes.result}
      data-verdict={verdict}
      aria-label={label}
      title={label}
    >
      {words}
    </TextLink>
  );
}
