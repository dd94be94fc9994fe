import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/error-panel';
import { Instant } from '../../ui/instant';
import { Panel } from '../../ui/panel';
import { LinkButton } from '../link-button';
import classes from './home.module.css';
import { useWaiting } from './use-waiting';

/** Decisions that cannot go on without the viewer, oldest first. Nothing at all when none waits. */
export function WaitingForMe() {
  const { t } = useTranslation();
  const { waiting, error, retry } = useWaiting();
  if (error) return <ErrorPanel error={error} onRetry={retry} />;
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('app.home.waiting', { count: waiting.length })} flush>
      <ul className={classes.list}>
        {waiting.map(({ id, words, since, link }) => (
          <li key={id}>
            <div>
              {words}{' '}
              {since && (
                <span className="quiet">
                  {t('app.home.since')} <Instant at={since} style="date" />
                </span>
              )}
            </div>
            <LinkButton {...link} size="xs" variant="default">
              {t('app.home.look')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
