import { useTranslation } from 'react-i18next';
import classes from './service-page.module.css';

/** A score of five as dots, and in words for who does not see them. */
export function ScoreDots({ score }: { score: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.dots} role="img" aria-label={t('catalog.score.ofFive', { score })}>
      {[1, 2, 3, 4, 5].map((place) => (
        <i key={place} data-full={place <= score || undefined} />
      ))}
    </span>
  );
}
