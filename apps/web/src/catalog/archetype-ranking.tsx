import { useTranslation } from 'react-i18next';
import classes from './manage.module.css';
import type { Nearness } from './suggested';

/** Which archetype the scores suggest, and how near the others come. */
export function ArchetypeRanking({ ranking }: { ranking: readonly Nearness[] }) {
  const { t } = useTranslation();
  const [first] = ranking;
  if (!first) return null;
  return (
    <div aria-live="polite">
      <strong>{t('catalog.archetype.suggests', { name: first.archetype.name })}</strong>
      <div className="quiet">{first.archetype.summary}</div>
      <ol className={classes.ranking} aria-label={t('catalog.archetype.nearness')}>
        {ranking.map(({ archetype, squared }, place) => (
          <li key={archetype.key} data-first={place === 0 || undefined}>
            <span>{archetype.name}</span>
            <span data-bar style={{ width: `${Math.max(4, 100 - (squared / 64) * 100)}%` }} />
            <span className="figures quiet">
              {t('catalog.archetype.distance', { distance: Math.sqrt(squared).toFixed(1) })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
