import { useTranslation } from 'react-i18next';
import type { ApprovalStagesFragment } from '../generated/graphql';
import { Instant } from '../ui/instant';
import { ToneBadge } from '../ui/tone-badge';
import './approval-words';
import classes from './approval-stages.module.css';

type Stage = ApprovalStagesFragment['stages'][number];
type Seat = Stage['seats'][number];

const tones = { WAITING: 'neutral', OPEN: 'accent', APPROVED: 'good', REFUSED: 'bad', WITHDRAWN: 'neutral' } as const;

/** Every stage that an order goes through, from the first to the last, with whom it asks and what they said. */
export function ApprovalStages({ stages }: Pick<ApprovalStagesFragment, 'stages'>) {
  const { t } = useTranslation();
  return (
    <ol className={classes.stages} aria-label={t('approvals.stages')}>
      {stages.map((stage) => (
        <li key={stage.id} aria-current={stage.state === 'OPEN' ? 'step' : undefined}>
          <div className={classes.head}>
            <strong>
              {stage.service
                ? t('approvals.ofService', { stage: stage.name, service: stage.service.name })
                : stage.name}
            </strong>
            <ToneBadge tone={tones[stage.state]}>{t(`approvals.stage.${stage.state}`)}</ToneBadge>
            {stage.seats.length > 1 && <Need stage={stage} />}
          </div>
          {stage.rule && <p className={classes.rule}>{stage.rule}</p>}
          <ul>
            {stage.seats.map((seat) => (
              <li key={seat.person.id}>
                <SeatWords seat={seat} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Need({ stage: { need, value, needed, seats } }: { stage: Stage }) {
  const { t } = useTranslation();
  return <span className="quiet">{t(`approvals.need.${need}`, { value, needed, asked: seats.length })}</span>;
}

/** Who was asked, and who said what in whose place. */
function SeatWords({ seat: { person, verdict, by, at, reason, delegate, substitutes } }: { seat: Seat }) {
  const { t } = useTranslation();
  const { name } = person;
  if (!verdict || !by) {
    if (delegate) return t('approvals.handed', { name, delegate: delegate.name });
    const others = substitutes.map((substitute) => substitute.name).join(', ');
    return others ? t('approvals.standIns', { name, substitutes: others }) : name;
  }
  const said = by.id === person.id ? ('said' as const) : ('saidFor' as const);
  return (
    <>
      {t(`approvals.${said}.${verdict}`, { name, by: by.name })}{' '}
      {at && (
        <span className="quiet">
          <Instant at={at} />
        </span>
      )}
      {reason && <div className={classes.reason}>“{reason}”</div>}
    </>
  );
}
