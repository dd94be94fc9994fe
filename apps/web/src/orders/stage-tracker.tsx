import { useTranslation } from 'react-i18next';
import type { OrderPageQuery } from '../generated/graphql';
import { Instant } from '../ui/instant';
import { stagesOf } from './stages-of';
import classes from './stage-tracker.module.css';

type Order = NonNullable<OrderPageQuery['order']>;
const marks = { done: '✓', now: '→', ahead: '', stopped: '✕' } as const;

/** The way of the order in stages; who decides is named before it is decided. */
export function StageTracker({ order: { state, events, approvers } }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.stages} aria-label={t('orders.stages')}>
      {stagesOf(state, events).map(({ key, standing, at }) => (
        <li key={key} data-standing={standing} aria-current={standing === 'now' ? 'step' : undefined}>
          <span className={classes.mark} aria-hidden>
            {marks[standing]}
          </span>
          <div>
            <strong>
              {key in stopped ? t(`orders.state.${key as 'FAILED'}`) : t(`orders.stage.${key as 'APPROVED'}`)}
            </strong>
            <div className="quiet">
              {at ? <Instant at={at} style="date" /> : t(`orders.stage.${standing}`)}
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

const stopped = { REJECTED: true, CANCELLED: true, FAILED: true };
