import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session';
import { navigationFor } from './navigation-items';
import classes from './navigation.module.css';

/** Where the viewer can go. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <nav aria-label={t('app.navLabel')} className={classes.nav}>
      {navigationFor(viewer).map((group) => (
        <div key={group.key ?? 'first'} className={classes.group}>
          {group.key && <div className={classes.heading}>{t(`app.navGroup.${group.key}`)}</div>}
          <ul>
            {group.items.map(({ key, to, icon: Icon }) => (
              <li key={key}>
                <Link
                  to={to}
                  className={classes.link}
                  activeOptions={{ exact: to === '/commitments', includeSearch: false }}
                  onClick={onNavigate}
                >
                  <Icon size={18} stroke={1.6} aria-hidden />
                  {t(`app.nav.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
