import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { TextLink } from '../../app/text-link';
import { AlertsDocument, type AlertsQuery } from '../../generated/graphql';
import { formatInstant, formatPeriod } from '../../ui/format-instant';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import classes from './left-out-panel.module.css';

type Alert = AlertsQuery['alerts']['edges'][number]['node'];
const tones = { NOTICE: 'neutral', AT_RISK: 'warning', BREACH: 'bad' } as const;

/** What people heard of this commitment: what, when, who, and whether it goes on. Nothing where nobody had to hear anything. */
export function AlertsPanel({ commitmentId, zone }: { commitmentId: string; zone: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(query(AlertsDocument, { commitmentId }));
  const alerts = data?.alerts.edges.map(({ node }) => node) ?? [];
  if (alerts.length === 0) return null;
  return (
    <Panel title={t('performance.alerts.title')} description={t('performance.alerts.words')}>
      <ul className={classes.list}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <div className={classes.head}>
              <ToneBadge tone={tones[alert.level]}>{t(`performance.alerts.level.${alert.level}`)}</ToneBadge>
              <span>
                {alert.ticketId ? (
                  <TextLink to="/tickets/$id" params={{ id: alert.ticketId }} underline="always">
                    {sentence(alert.what)}
                  </TextLink>
                ) : (
                  sentence(alert.what)
                )}
              </span>
            </div>
            <div className="quiet figures">
              {formatPeriod(alert.period)} · {told(alert, zone)} · {ended(alert, zone)}
            </div>
            <ToldTo people={alert.toldTo} />
          </li>
        ))}
      </ul>
    </Panel>
  );

  function told({ toldAt, tellAt, toldTo }: Alert, of: string): string {
    if (!toldAt) return t('performance.alerts.waits', { at: formatInstant(tellAt, { zone: of }) });
    return t(`performance.alerts.${toldTo.length > 0 ? 'told' : 'nobody'}`, {
      at: formatInstant(toldAt, { zone: of }),
    });
  }

  function ended({ endedAt, level, ticketId }: Alert, of: string): string {
    if (endedAt) return t('performance.alerts.ended', { at: formatInstant(endedAt, { zone: of }) });
    // The ticket may be closed for weeks: its time is missed all the same.
    return t(`performance.alerts.${ticketId && level === 'BREACH' ? 'staysMissed' : 'goesOn'}`);
  }
}

/** More than two are counted; who wants to know opens them. */
function ToldTo({ people }: { people: Alert['toldTo'] }) {
  const { t } = useTranslation();
  const names = people.map(({ name }) => name).join(', ');
  if (people.length === 0) return null;
  if (people.length <= 2) return <div className="quiet">{t('performance.alerts.toldTo', { names })}</div>;
  return (
    <details className="quiet">
      <summary>{t('performance.alerts.toldToMany', { count: people.length })}</summary>
      {names}
    </details>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
