import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import { codeWord } from '../i18n/code-word';
import { formatDay } from '../ui/format-instant';
import { Instant } from '../ui/instant';
import type { OrderOnPage } from './order-page';
import { useNextWords } from './use-next-words';
import classes from './stage-tracker.module.css';

/** Who acts next and since when; of an order that has ended, who ended it. */
export function OrderStanding({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const next = useNextWords()(order);
  const { person } = useViewer();
  const { state, stateSince, events, nextActors, stuckBecause } = order;
  const yours = nextActors.some(({ id }) => id === person.id) && yourStates.has(state);
  const hasEnded = ended.has(state);
  const mover = events.findLast(({ to }) => to === state)?.by?.name ?? t('orders.rule');
  const who = hasEnded ? mover : (next ?? mover);
  const standing = standingOf(order);
  return (
    <>
      <p className={classes.standing}>
        {stuckBecause ?? (yours ? codeWord('orders.standingYours', state) : t(`orders.standing.${standing}`, { who }))}{' '}
        <span className="quiet">
          {t('orders.sinceAt')} <Instant at={stateSince} />
        </span>
      </p>
      <Why order={order} />
      {hasEnded && next && <p className={classes.besides}>{t('orders.besides.undo', { who: next })}</p>}
      <Besides order={order} />
    </>
  );
}

const yourStates = new Set(['DRAFT', 'AWAITING_APPROVAL', 'NEEDS_INFORMATION', 'ON_HOLD', 'FULFILLING', 'DELIVERED']);

/** What was done for them may still have to be taken back. */
const ended = new Set(['COMPLETED', 'REJECTED', 'CANCELLED', 'FAILED']);

/** What was said by whoever stopped it. */
const said = new Set(['NEEDS_INFORMATION', 'ON_HOLD', 'REJECTED', 'CANCELLED', 'FAILED']);

/** How it ended, where the state alone does not say. */
function standingOf(order: OrderOnPage) {
  if (isInPart(order)) return 'COMPLETED_IN_PART';
  return order.events.some(({ move }) => move === 'LAPSE') ? 'LAPSED' : order.state;
}

/** Whether it was completed by what was accepted, since the rest was cancelled. */
function isInPart({ events }: OrderOnPage): boolean {
  return events.at(-1)?.move === 'CANCEL_REST';
}

function Why({ order }: { order: OrderOnPage }) {
  const { state, events } = order;
  const last = events.findLast(({ to }) => to === state);
  if (!(said.has(state) || isInPart(order)) || !last?.reason) return null;
  return (
    <blockquote className={classes.question}>
      “{last.reason}”{last.by && <span className="quiet"> {last.by.name}</span>}
    </blockquote>
  );
}

/** Days that stand, clocks that do not run, and what was asked of the team. */
function Besides({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const { state, startOn, acceptBy, cancellationAsked, events, items } = order;
  const asked = events.findLast(({ move }) => move === 'ASK_CANCELLATION');
  const stopped = items.flatMap(({ delivery }) => delivery?.waited ?? []).find(({ to }) => to === null);
  return (
    <>
      {cancellationAsked && asked && (
        <div role="status" className={classes.question}>
          <strong>{t('orders.besides.cancellation', { name: asked.by?.name })}</strong> “{asked.reason}”
        </div>
      )}
      {state === 'SCHEDULED' && startOn && (
        <p className={classes.besides}>{t('orders.besides.startOn', { day: formatDay(startOn) })}</p>
      )}
      {stopped && (
        <p className={classes.besides}>
          {t('orders.besides.stopped')} <Instant at={stopped.from} />
        </p>
      )}
      {state === 'DELIVERED' && acceptBy && (
        <p className={classes.besides}>
          {t('orders.besides.silence')} <Instant at={acceptBy} />
        </p>
      )}
    </>
  );
}
