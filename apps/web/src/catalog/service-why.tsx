import { useTranslation } from 'react-i18next';
import { formatDay } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { ScoreDots } from './score-dots';
import type { ServiceOnPage } from './service-page';
import { scoreNames } from './score-names';
import classes from './service-page.module.css';

/** Which archetype the service is, what that means, and why: its scores, or who decided otherwise. */
export function ServiceWhy({ service }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const { archetype, scores, suggestedArchetype, archetypeOverride } = service;
  if (!archetype) {
    return (
      <Panel title={t('catalog.archetype.title')}>
        <p className="quiet">{t('catalog.archetype.notScored')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('catalog.archetype.is', { name: archetype.name })} description={archetype.summary}>
      {archetypeOverride && (
        <p className={classes.sentence}>
          {t('catalog.archetype.overridden', {
            name: archetypeOverride.decidedBy.name,
            until: formatDay(archetypeOverride.expiresOn),
            reason: archetypeOverride.reason,
          })}{' '}
          {suggestedArchetype && t('catalog.archetype.elseSuggested', { name: suggestedArchetype.name })}
        </p>
      )}
      {scores && (
        <>
          {!archetypeOverride && <div>{t('catalog.archetype.because')}</div>}
          <ul className={classes.scores}>
            {scoreNames.map((name) => (
              <li key={name}>
                <span>{t(`catalog.score.${name}.name`)}</span>
                <ScoreDots score={scores[name]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
