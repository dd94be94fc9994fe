import { useTranslation } from 'react-i18next';
import { chainBars } from './chain-bars';
import type { Chain } from './chain-words';
import classes from './chain-picture.module.css';

/** What the promise allows to go wrong, above what its parts allow one after another: whichever is longer. */
export function ChainPicture({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const sets = chainBars(chain);
  if (sets.length === 0) return null;
  return (
    <div className={classes.sets}>
      {sets.map(({ title, bars, largest }) => (
        <figure key={title} className={classes.set}>
          <figcaption className={classes.title}>{title}</figcaption>
          {bars.map(({ label, total, over, segments }) => (
            <div key={label} className={classes.row}>
              <span className="quiet">{label}</span>
              <span className={classes.track} aria-hidden>
                {segments.map(({ name, size }, i) => (
                  <span
                    key={i}
                    title={name}
                    className={classes.segment}
                    data-over={over || undefined}
                    data-odd={i % 2 === 1 || undefined}
                    style={{ width: `${(size / largest) * 100}%` }}
                  />
                ))}
              </span>
              <span className="figures">{total}</span>
            </div>
          ))}
        </figure>
      ))}
      <p className="quiet">{t('chain.pictureWords')}</p>
    </div>
  );
}
