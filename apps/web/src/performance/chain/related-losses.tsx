import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RelatedLossesDocument, type RelatedFragment } from '../../generated/graphql';
import { Panel } from '../../ui/panel';
import { VerdictBadge } from '../../ui/verdict-badge';
import { amount } from '../amount';
import type { ResultKey } from '../commitment/result-keys';
import { linkName } from './chain-words';
import classes from './related-losses.module.css';
import '../words';
import './words';

/** What lost the same: what caused the losses of a result, and what they led to. Nothing where nothing shared any. */
export function RelatedLosses({ resultKey }: { resultKey: ResultKey }) {
  const { t } = useTranslation();
  const found = useQuery(query(RelatedLossesDocument, resultKey));
  const { causes = [], effects = [] } = found.data?.commitment?.result ?? {};
  return (
    <>
      {causes.length > 0 && <Related title={t('chain.related.causes')} words="caused" rows={causes} />}
      {effects.length > 0 && <Related title={t('chain.related.effects')} words="led" rows={effects} />}
    </>
  );
}

function Related({ title, words, rows }: { title: string; words: 'caused' | 'led'; rows: RelatedFragment[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={title}>
      <ul className={classes.list}>
        {rows.map(({ commitment, result, unit, shared, part, of }, i) => (
          <li key={result?.id ?? i}>
            <div className={classes.head}>
              {commitment && result ? (
                <Link
                  to="/commitments/$service/$commitment"
                  params={{ service: commitment.service.slug, commitment: commitment.slug }}
                  search={{ period: result.period }}
                >
                  {linkName({ commitment })}
                </Link>
              ) : (
                linkName({ commitment: null })
              )}
              {result && <VerdictBadge verdict={result.verdict} />}
            </div>
            <span className={classes.track} aria-hidden>
              <span className={classes.bar} style={{ width: `${(shared / Math.max(1, of)) * 100}%` }} />
            </span>
            <div className="quiet figures">
              {t(`chain.related.${words}.${unitOf(unit)}`, {
                shared: amount(String(shared), unit),
                of: amount(String(of), unit),
              })}
              {words === 'caused' &&
                part < shared &&
                ` · ${t('chain.related.ofPart', { part: amount(String(part), unit) })}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const unitOf = (unit: string) => (unit === 'ms' || unit === 'tickets' ? unit : 'events');
