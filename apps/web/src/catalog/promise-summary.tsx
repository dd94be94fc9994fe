import { useTranslation } from 'react-i18next';
import type { ServiceCardFragment } from '../generated/graphql';
import { verdictGlyph } from '../ui/verdict';
import classes from './promise-summary.module.css';

/** Whether what customers are promised is kept, in the newest period that was judged, at a glance. */
export function PromiseSummary({ commitments }: Pick<ServiceCardFragment, 'commitments'>) {
  const { t } = useTranslation();
  const promised = commitments.filter(({ agreement }) => agreement.kind === 'SLA');
  if (promised.length === 0) return <span className="quiet">{t('catalog.promise.none')}</span>;
  const verdicts = promised.flatMap(({ result }) => (result ? [result.verdict] : []));
  if (verdicts.length === 0)
    return <span className="quiet">{t('catalog.promise.notJudged', { count: promised.length })}</span>;
  const worst = (['MISSED', 'AT_RISK', 'MET', 'INSUFFICIENT_DATA'] as const).find((verdict) =>
    verdicts.includes(verdict),
  );
  const count = verdicts.filter((verdict) => verdict !== 'INSUFFICIENT_DATA').length;
  const these = verdicts.filter((verdict) => verdict === worst).length;
  return (
    <span className={classes.summary} data-verdict={worst}>
      <span aria-hidden>{verdictGlyph[worst ?? 'MET']}</span>{' '}
      {t(`catalog.promise.summary.${worst ?? 'INSUFFICIENT_DATA'}`, { these, count })}
    </span>
  );
}
