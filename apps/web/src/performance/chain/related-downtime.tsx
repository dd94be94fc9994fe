import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RelatedDowntimeDocument, type RelatedFragment } from '../../generated/graphql';
import { formatDuration } from '../../ui/format-duration';
import { Panel } from '../../ui/panel';
import { VerdictBadge } from '../../ui/verdict-badge';
import type { ResultKey } from '../commitment/result-keys';
import { linkName } from './chain-words';
import classes from './related-downtime.module.css';
import '../words';
import './words';

/** What else was down: what caused the downtime of a result, and what it led to. Nothing where nothing shared any. */
export function RelatedDowntime({ resultKey }: { resultKey: ResultKey }) {
  const { t } = useTranslation();
  const found = useQuery(query(RelatedDowntimeDocument, resultKey));
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
  const time = (ms: number) => formatDuration(ms, { days: false });
  return (
    <Panel title={title}>
      <ul className={classes.list}>
        {rows.map(({ commitment, result, sharedMs, partMs, ofMs }, i) => (
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
              <span className={classes.bar} style={{ width: `${(sharedMs / Math.max(1, ofMs)) * 100}%` }} />
            </span>
            <div className="quiet figures">
              {t(`chain.related.${words}`, { shared: time(sharedMs), of: time(ofMs) })}
              {words === 'caused' && partMs < sharedMs && ` · ${t('chain.related.ofPart', { part: time(partMs) })}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
