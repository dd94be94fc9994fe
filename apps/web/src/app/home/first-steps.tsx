import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FirstStepsDocument } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { LinkButton } from '../link-button';
import { query } from '../query';
import { useSession, useViewer } from '../session';
import { firstSteps } from './first-steps-done';
import classes from './home.module.css';

/** From an empty installation to the first judged commitment: what is done, what comes next. Gone once that is reached. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { enterprise } = useSession();
  const viewer = useViewer();
  const asked = useQuery({ ...query(FirstStepsDocument, {}), enabled: !enterprise.demo });
  if (enterprise.demo) return null;
  return (
    <Loaded query={asked}>
      {(data) => {
        const steps = firstSteps(data, viewer);
        const next = steps.findIndex(({ done }) => !done);
        if (next === -1) return null;
        return (
          <Panel title={t('app.steps.title')} description={t('app.steps.words')} flush>
            <ol className={classes.steps}>
              {steps.map(({ key, done, may, needs, link }, place) => (
                <li key={key} data-state={done ? 'done' : place === next ? 'next' : undefined}>
                  <span className={classes.mark} aria-hidden>
                    {done ? '✓' : place + 1}
                  </span>
                  <div>
                    <strong>{t(`app.steps.${key}.title`)}</strong>
                    {done && <span className="quiet"> · {t('app.steps.done')}</span>}
                    <div className="quiet">
                      {may || done
                        ? t(`app.steps.${key}.words`)
                        : t('app.steps.needsRole', { role: t(`people.role.${needs}`) })}
                    </div>
                  </div>
                  {may && (
                    <LinkButton {...link} size="xs" variant={place === next ? 'filled' : 'default'}>
                      {t(`app.steps.${key}.act`)}
                    </LinkButton>
                  )}
                </li>
              ))}
            </ol>
          </Panel>
        );
      }}
    </Loaded>
  );
}
