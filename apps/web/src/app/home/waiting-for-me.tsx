import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/error-panel';
import { formatDay } from '../../ui/format-instant';
import { Instant } from '../../ui/instant';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import { LinkButton } from '../link-button';
import classes from './home.module.css';
import { useWaiting } from './use-waiting';
import type { Waiting } from './waiting';

/** What does not go on before the viewer acts, oldest first: what is known, also when a part could not be asked. */
export function WaitingForMe() {
  const { waiting, error, retry } = useWaiting();
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {waiting.length > 0 && <WaitingList waiting={waiting} />}
    </>
  );
}

function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('app.home.waiting', { count: waiting.length })} description={t('app.home.waitingWords')} flush>
      <ul className={classes.list}>
        {waiting.map(({ id, words, since, due, overdue, link }) => (
          <li key={id}>
            <div>
              {words}{' '}
              {due ? (
                <span className="quiet one-line">{t('app.home.due', { day: formatDay(due) })}</span>
              ) : (
                since && (
                  <span className="quiet one-line">
                    {t('app.home.since')} <Instant at={since} style="date" />
                  </span>
                )
              )}{' '}
              {overdue && <ToneBadge tone="bad">{t('app.home.overdue')}</ToneBadge>}
            </div>
            <LinkButton {...link} size="xs" variant="default" aria-label={`${t('app.home.look')}: ${words}`}>
              {t('app.home.look')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
