import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { NewerRevisionFragment } from '../generated/graphql';
import { points } from '../performance/amount';
import { formatPeriod } from '../ui/format-instant';
import { formatPercent } from '../ui/format-percent';
import '../performance/words';
import classes from './newer-revisions.module.css';
import './words';

type Props = {
  revisions: readonly NewerRevisionFragment[];
  /** What keeps the old figures, in one sentence. */
  children: string;
};

/** Says that results were restated since: the old figure, the new one, the difference and its reason. Nothing when none was. */
export function NewerRevisions({ revisions, children }: Props) {
  const { t } = useTranslation();
  if (revisions.length === 0) return null;
  const shown = (figure: string | null) =>
    figure === null ? t('ui.noFigure') : formatPercent(figure, { decimals: 4 });
  return (
    <section className={classes.notice} aria-label={t('governance.newer.title')}>
      <h2 className={classes.title}>
        <span aria-hidden>↻ </span>
        {t('governance.newer.count', { count: revisions.length })}
      </h2>
      <p className={classes.words}>{children}</p>
      <ul className={classes.list}>
        {revisions.map(({ frozen, newest, difference, reason }) => (
          <li key={frozen.id}>
            <TextLink
              to="/commitments/$service/$commitment"
              params={{ service: newest.commitment.service.slug, commitment: newest.commitment.slug }}
              search={{ period: newest.period, tab: 'revisions' }}
              underline="always"
              c="inherit"
            >
              {newest.commitment.service.name}: {newest.commitment.name}, {formatPeriod(newest.period)}
            </TextLink>
            <div className="figures">
              <del>
                {shown(frozen.figure)} <small>({t('governance.newer.revision', { number: frozen.revision })})</small>
              </del>{' '}
              →{' '}
              <ins>
                {shown(newest.figure)} <small>({t('governance.newer.revision', { number: newest.revision })})</small>
              </ins>
              {difference !== null && <strong> {points(difference)}</strong>}
            </div>
            <div>“{reason}”</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
