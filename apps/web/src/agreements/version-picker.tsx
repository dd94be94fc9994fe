import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import type { AgreementOnPage, Version } from './agreement-page';
import classes from './agreement.module.css';
import { versionStanding } from './version-badge';

/** The versions of an agreement, newest first, each an address of its own. */
export function VersionPicker({ agreement, shown }: { agreement: AgreementOnPage; shown: Version }) {
  const { t } = useTranslation();
  if (agreement.versions.length < 2) return null;
  return (
    <nav aria-label={t('agreements.versions')}>
      <ul className={classes.versions}>
        {agreement.versions.map((version) => (
          <li key={version.id}>
            <Link
              to="/agreements/$slug"
              params={{ slug: agreement.slug }}
              search={{ version: String(version.number) }}
              aria-current={version.id === shown.id ? 'page' : undefined}
              data-shown={version.id === shown.id || undefined}
              className={classes.version}
            >
              <strong>{t('agreements.version', { number: version.number })}</strong>
              <span>{t(`agreements.standing.${versionStanding(agreement, version)}`)}</span>
              <small>{t('people.roles.from', { from: formatDay(version.effectiveFrom) })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
