import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session';
import { TextLink } from '../app/text-link';
import type { MeasureOutcomeFragment, OutcomeFragment } from '../generated/graphql';
import { formatPeriod } from '../ui/format-instant';
import { formatNumber } from '../ui/format-number';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { onDemand } from '../ui/on-demand';
import { CurvePicture } from './curve-picture';
import classes from './outcome-rows.module.css';

const Explanation = onDemand(() => import('../performance/explanation').then((module) => module.Explanation));

type Props = { outcome: OutcomeFragment };

/** The way of each measure: result → attainment → percent paid, and where it stands on the curve. */
export function OutcomeRows({ outcome: { measures, factor, version } }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <ul className={classes.rows} aria-label={t('rewards.measures')}>
        {measures.map((outcome) => (
          <li key={outcome.measure.id} className={classes.row}>
            <Row outcome={outcome} />
          </li>
        ))}
        <li className={classes.total}>
          {t('rewards.factorOf')} <strong className="figures">{formatPercent(factor)}</strong>
        </li>
      </ul>
      <CurvePicture
        curve={version.curve}
        marks={measures.flatMap(({ measure, attainment, percent }) =>
          attainment === null || percent === null
            ? []
            : [{ label: measure.commitment.name, attainment: Number(attainment), percent: Number(percent) }],
        )}
      />
    </Stack>
  );
}

function Row({ outcome }: { outcome: MeasureOutcomeFragment }) {
  const { t } = useTranslation();
  const { timeZone: zone } = useSession().enterprise;
  const { measure, result, attainment, percent, weight, results, explanation } = outcome;
  const { commitment, floor, target } = measure;
  const shown = (value: string | null, decimals: number) => (value === null ? '–' : formatPercent(value, { decimals }));
  return (
    <>
      <div>
        <div className={classes.name}>
          {commitment.service.name}: {commitment.name}
        </div>
        <ul className={classes.results}>
          {results.map(({ id, period, revision, figure, state }) => (
            <li key={id}>
              <TextLink
                to="/commitments/$service/$commitment"
                params={{ service: commitment.service.slug, commitment: commitment.slug }}
                search={{ period, revision: state === 'SUPERSEDED' ? revision : undefined }}
                underline="always"
                size="sm"
              >
                {t('rewards.resultOf', {
                  period: formatPeriod(period),
                  figure: figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 }),
                })}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
      <dl className={classes.way}>
        <Step label={t('rewards.result')} value={shown(results.length === 1 ? results[0]!.figure : result, 4)}>
          {t('rewards.floorTarget', { floor: formatExactPercent(floor), target: formatExactPercent(target) })}
        </Step>
        <Step label={t('rewards.attainment')} value={shown(attainment, 2)} />
        <Step label={t('rewards.percent')} value={shown(percent, 2)} />
        <Step label={t('governance.kpi.weight')} value={formatNumber(weight)} />
      </dl>
      <details className={classes.why}>
        <summary>{t('rewards.steps')}</summary>
        <Explanation steps={explanation} zone={zone} />
      </details>
    </>
  );
}

function Step({ label, value, children }: { label: string; value: string; children?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="figures">{value}</span>
        {children && <small>{children}</small>}
      </dd>
    </div>
  );
}
