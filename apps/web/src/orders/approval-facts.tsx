import { useTranslation } from 'react-i18next';
import type { ApprovalFactsFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { KeyValueList } from '../ui/key-value-list';
import './approval-words';
import { laterYearItems } from './later-year-items';
import classes from './approval-stages.module.css';

/** What it costs, now and later, and what is left, for who decides. */
export function ApprovalFacts({ facts }: { facts: NonNullable<ApprovalFactsFragment['approvalFacts']> }) {
  const { t } = useTranslation();
  const { now, yearly, contractValue, budgetLeft, fromAbove, chargedByUse, laterYears } = facts;
  const figure = (label: string, amount: Parameters<typeof formatMoney>[0] | null) =>
    amount ? [{ label, value: <strong className="figures one-line">{formatMoney(amount)}</strong> }] : [];
  return (
    <KeyValueList
      columns={3}
      items={[
        ...figure(t('approvals.now'), now),
        ...figure(t('approvals.yearly'), yearly),
        ...figure(t('approvals.contractValue'), contractValue),
        ...figure(t('approvals.left'), budgetLeft),
        ...figure(t('approvals.fromAbove'), fromAbove),
        ...(chargedByUse.length > 0 ? [{ label: t('approvals.chargedByUse'), value: chargedByUse.join(', ') }] : []),
        ...laterYearItems(t, laterYears),
      ]}
    />
  );
}

/** How the same was decided before. */
export function SimilarDecisions({ decisions }: { decisions: ApprovalFactsFragment['similarDecisions'] }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return null;
  return (
    <section aria-label={t('approvals.similar')}>
      <h3 className={classes.title}>{t('approvals.similar')}</h3>
      <ul className={classes.similar}>
        {decisions.map(({ number, contractValue, approved, at, reason }) => (
          <li key={number}>
            {t('approvals.similarOne', { number, total: formatMoney(contractValue) })}:{' '}
            {t(approved ? 'approvals.similarAPPROVED' : 'approvals.similarREFUSED')}{' '}
            <span className="quiet">
              <Instant at={at} style="date" />
            </span>
            {reason && <> “{reason}”</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
