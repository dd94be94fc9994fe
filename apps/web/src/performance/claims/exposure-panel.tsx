import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { TextLink } from '../../app/text-link';
import {
  CreditExposureDocument,
  type CreditExposureQuery,
  type ExposedAmountsFragment,
  type ExposureGroup,
} from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { formatMoney } from '../../ui/format-money';
import { Loaded } from '../../ui/loaded';
import { addMonths } from '../../ui/month';
import { Panel } from '../../ui/panel';
import classes from './exposure-panel.module.css';
import './words';

/** By what it is compared; the total always stands below. */
export type ShownExposure = Exclude<ExposureGroup, 'TOTAL'>;
type Row = CreditExposureQuery['creditExposure'][number];
export const EXPOSURE_GROUPS: readonly ShownExposure[] = ['PROVIDER', 'SERVICE', 'MONTH'];

type Props = {
  /** Last month of the twelve. */
  until: string;
  group: ShownExposure;
  onGroup: (group: ShownExposure) => void;
};

/** What do we owe customers, what do providers owe us, and what is left to us? */
export function ExposurePanel({ until, group, onGroup }: Props) {
  const { t } = useTranslation();
  const found = useQuery(query(CreditExposureDocument, { from: addMonths(until, -11), to: until, group }));
  if (found.data?.creditExposure.length === 0) return null;
  return (
    <Panel
      title={t('claims.exposure.title')}
      description={t('claims.exposure.words')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('claims.exposure.by')}
          value={group}
          onChange={(value) => onGroup(value as ShownExposure)}
          data={EXPOSURE_GROUPS.map((value) => ({ value, label: t(`claims.exposure.group.${value}`) }))}
        />
      }
    >
      <Loaded query={found}>
        {({ creditExposure, total }) => (
          <>
            <div className={classes.head} aria-hidden>
              <span>{t(`claims.exposure.group.${group}`)}</span>
              <span />
              <span className={classes.figures}>
                <span className={classes.ofOwed}>{t('claims.exposure.owed')}</span>
                <span className={classes.ofRecoverable}>{t('claims.exposure.recoverable')}</span>
                <span>{t('claims.exposure.left')}</span>
              </span>
            </div>
            <ul className={classes.rows}>
              {creditExposure.map((row) => (
                <li key={`${row.month ?? row.service?.id ?? row.provider?.id} ${row.left.currency}`}>
                  <Exposed row={row} of={creditExposure} />
                </li>
              ))}
            </ul>
            {total.map((row) => (
              <div key={row.left.currency} className={classes.total}>
                <strong>
                  {t('claims.exposure.total')} <span className="quiet">{row.left.currency}</span>
                </strong>
                <span />
                <Figures row={row} />
              </div>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** One bar each way, as long as its share of the largest amount in the currency, and the credits behind them. */
function Exposed({ row, of }: { row: Row; of: Row[] }) {
  const { t } = useTranslation();
  const same = of.filter(({ left }) => left.currency === row.left.currency);
  const most = Math.max(1, ...same.flatMap((one) => [Number(one.owed.amount), Number(one.recoverable.amount)]));
  const bar = (amount: string) => ({ width: `${(Math.max(0, Number(amount)) / most) * 100}%` });
  // By what the row itself is of: while other groups are asked for, those of before stand here.
  const { month, service, provider } = row;
  const name = month ? formatPeriod(month) : ((service ?? provider)?.name ?? t('claims.exposure.noProvider'));
  return (
    <details className={classes.row}>
      <summary>
        <span className={classes.name}>{name}</span>
        <span className={classes.bars} aria-hidden>
          <span className={classes.owed} style={bar(row.owed.amount)} />
          <span className={classes.recoverable} style={bar(row.recoverable.amount)} />
        </span>
        <Figures row={row} />
      </summary>
      <ul className={classes.credits} aria-label={t('claims.exposure.credits')}>
        {row.credits.map(({ commitment, period, amount, isOwed, isCredited, claim }) => (
          <li key={`${commitment.id} ${period} ${claim?.id}`}>
            <TextLink
              to="/commitments/$service/$commitment"
              params={{ service: commitment.service.slug, commitment: commitment.slug }}
              search={{ period }}
              underline="always"
            >
              {commitment.service.name}: {commitment.name}
            </TextLink>{' '}
            <span className="quiet">
              {formatPeriod(period)} · {t(isOwed ? 'claims.exposure.owed' : 'claims.exposure.recoverable')}
            </span>{' '}
            <span className="figures">{formatMoney(amount)}</span>{' '}
            {claim ? (
              <TextLink to="/claims/$id" params={{ id: claim.id }} underline="always">
                {t(`claims.state.${isCredited ? 'CREDITED' : claim.state}`)}
              </TextLink>
            ) : (
              <span className="quiet">{t('claims.exposure.openPeriod')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is owed each way, and in a line of its own what of it is not credited yet or may still change. */
function Figures({ row }: { row: ExposedAmountsFragment }) {
  const { t } = useTranslation();
  const hasRisk = Number(row.owedAtRisk.amount) + Number(row.recoverableAtRisk.amount) > 0;
  const isOutstanding = Number(row.owedOutstanding.amount) !== 0 || Number(row.recoverableOutstanding.amount) !== 0;
  return (
    <span className={classes.figures}>
      <span>
        <small className={classes.said}>{t('claims.exposure.owed')}</small>{' '}
        <span className="figures">{formatMoney(row.owed)}</span>
      </span>
      <span>
        <small className={classes.said}>{t('claims.exposure.recoverable')}</small>{' '}
        <span className="figures">{formatMoney(row.recoverable)}</span>
      </span>
      <strong>
        <small className={classes.said}>{t('claims.exposure.left')}</small>{' '}
        <span className="figures">{formatMoney(row.left)}</span>
      </strong>
      {isOutstanding && (
        <span className={classes.beside}>
          <small>{t('claims.exposure.outstanding')}</small>{' '}
          {t('claims.exposure.outstandingWords', {
            owed: formatMoney(row.owedOutstanding),
            recoverable: formatMoney(row.recoverableOutstanding),
          })}
        </span>
      )}
      {hasRisk && (
        <span className={classes.beside}>
          <small>{t('claims.exposure.atRisk')}</small>{' '}
          {t('claims.exposure.atRiskWords', {
            owed: formatMoney(row.owedAtRisk),
            recoverable: formatMoney(row.recoverableAtRisk),
          })}
        </span>
      )}
    </span>
  );
}
