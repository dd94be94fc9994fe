import { useTranslation } from 'react-i18next';
import { codeWord } from '../i18n/code-word';
import { formatDay } from '../ui/format-instant';
import { Instant } from '../ui/instant';
import type { OrderOnPage } from './order-page';
import { stagesOf, type Stage } from './stages-of';
import classes from './stage-tracker.module.css';

const marks = { done: '✓', now: '→', waits: '‖', ahead: '', stopped: '✕' } as const;

/** The way of the order in stages; who decides is named before it is decided. */
export function StageTracker({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { state, events, approvers } = order;
  return (
    <ol className={classes.stages} aria-label={t('orders.stages')}>
      {stagesOf(state, events).map(({ key, standing, at }) => (
        <li
          key={key}
          data-standing={standing}
          aria-current={standing === 'now' || standing === 'waits' ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden>
            {marks[standing]}
          </span>
          <div>
            <strong>{codeWord(key in stopped ? 'orders.state' : 'orders.stage', key)}</strong>
            <div className="quiet">
              {at ? <Instant at={at} style="date" /> : <Standing order={order} standing={standing} />}
              {key === 'APPROVED' && !at && approvers.length > 0 && (
                <div>{approvers.map(({ name }) => name).join(', ')}</div>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Standing({ order: { state, startOn }, standing }: { order: OrderOnPage; standing: Stage['standing'] }) {
  const { t } = useTranslation();
  if (standing !== 'waits') return t(`orders.stage.${standing}`);
  if (state === 'SCHEDULED' && startOn) return t('orders.stage.from', { day: formatDay(startOn) });
  return t(state === 'ON_HOLD' ? 'orders.stage.held' : 'orders.stage.asked');
}

const stopped = { REJECTED: true, CANCELLED: true, FAILED: true };
