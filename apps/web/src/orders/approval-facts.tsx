import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ApprovalFactsFragment, MoneyOfApprovalFragment } from '../generated/graphql';
import { formatMoney } from '../ui/format-money';
import { Instant } from '../ui/instant';
import { KeyValueList } from '../ui/key-value-list';
import './approval-words';
import { laterYearItems } from './later-year-items';
import classes from './approval-stages.module.css';

type Facts = { facts: MoneyOfApprovalFragment };

const figure = (label: string, amount: Parameters<typeof formatMoney>[0] | null) =>
  amount ? [{ label, value: <strong className="figures one-line">{formatMoney(amount)}</strong> }] : [];

/** What it costs, now and later, and what is left, for who decides. */
export function ApprovalFacts({ facts }: Facts) {
  const { t } = useTranslation();
  const { now, yearly } = facts;
  const items = [...figure(t('approvals.now'), now), ...figure(t('approvals.yearly'), yearly)];
  return <KeyValueList columns={3} items={[...items, ...laterItems(t, facts)]} />;
}

/** The same beside a bill, which says what it costs now and in a year. */
export function LaterFacts({ facts }: Facts) {
  const { t } = useTranslation();
  return <KeyValueList columns={2} items={laterItems(t, facts)} />;
}

function laterItems(t: TFunction, facts: Facts['facts']) {
  const { contractValue, budgetLeft, fromAbove, chargedByUse, laterYears } = facts;
  return [
    ...figure(t('approvals.contractValue'), contractValue),
    ...figure(t('approvals.left'), budgetLeft),
    ...figure(t('approvals.fromAbove'), fromAbove),
    ...(chargedByUse.length > 0 ? [{ label: t('approvals.chargedByUse'), value: chargedByUse.join(', ') }] : []),
    ...laterYearItems(t, laterYears),
  ];
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
