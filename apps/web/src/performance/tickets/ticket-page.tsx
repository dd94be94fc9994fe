import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { RequestError } from '../../app/request-error';
import { TicketDocument, type TicketQuery } from '../../generated/graphql';
import { codeWord } from '../../i18n/code-word';
import { Breadcrumbs } from '../../ui/breadcrumbs';
import { EmptyState } from '../../ui/empty-state';
import { Instant } from '../../ui/instant';
import { KeyValueList } from '../../ui/key-value-list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { Timeline } from '../../ui/timeline';
import { ToneBadge } from '../../ui/tone-badge';
import { shownZone } from '../../ui/shown-zone';
import { FailedPage } from '../failed-page';
import { ClockPanel } from './clock-panel';
import classes from './ticket-page.module.css';
import '../words';

const route = getRouteApi('/shell/tickets/$id');
export type ShownTicket = NonNullable<TicketQuery['ticket']>;

/** What happened to a ticket, and by which clocks it was judged. */
export function TicketPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const found = useQuery(query(TicketDocument, { id }));
  if (found.isError && !found.data) return <FailedPage title={t('performance.contribution.ticket')} query={found} />;
  return (
    <Loaded query={found}>
      {({ ticket }) => {
        if (!ticket) throw new RequestError('NOT_FOUND', 'No such ticket.');
        return <Ticket ticket={ticket} />;
      }}
    </Loaded>
  );
}

function Ticket({ ticket }: { ticket: ShownTicket }) {
  const { t } = useTranslation();
  const { number, service, source, state, priority, clocks } = ticket;
  const at = (instant: string | null | undefined) => instant && <Instant at={instant} />;
  return (
    <>
      <PageHeader
        title={t('performance.ticket.title', { number })}
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('performance.commitments.title'), to: '/commitments' },
              {
                label: service.name,
                ...(service.viewerCanSee && { to: '/catalog/$slug', params: { slug: service.slug } as never }),
              },
            ]}
          />
        }
        badges={
          <>
            <ToneBadge tone="accent">{codeWord('performance.ticket.state', state)}</ToneBadge>
            <ToneBadge>{t('performance.ticket.priority', { priority })}</ToneBadge>
          </>
        }
        subtitle={t('performance.ticket.subtitle', { source: source.name })}
        zone={t('performance.ticket.zone', { zone: shownZone() })}
      />
      <div className={classes.page}>
        <div className={classes.clocks}>
          {clocks.length === 0 && (
            <EmptyState kind="nothingYet" title={t('performance.ticket.noClock')}>
              {t('performance.ticket.noClockWords')}
            </EmptyState>
          )}
          {clocks.map((clock) => (
            <ClockPanel key={clock.commitment.slug + clock.commitment.service.slug} clock={clock} />
          ))}
        </div>
        <div className={classes.side}>
          <Panel title={t('performance.ticket.facts')}>
            <KeyValueList
              items={[
                { label: t('performance.ticket.service'), value: service.name },
                { label: t('performance.ticket.opened'), value: at(ticket.openedAt) },
                { label: t('performance.ticket.responded'), value: at(ticket.firstResponseAt) },
                { label: t('performance.ticket.resolved'), value: at(ticket.resolvedAt) },
                { label: t('performance.ticket.closed'), value: at(ticket.closedAt) },
                { label: t('performance.ticket.source'), value: source.name },
              ]}
            />
          </Panel>
          <Panel title={t('performance.ticket.events')}>
            <Events events={ticket.events} />
          </Panel>
        </div>
      </div>
    </>
  );
}

const tones = { resolved: 'good', closed: 'good', paused: 'warning' } as const;

function Events({ events }: Pick<ShownTicket, 'events'>) {
  const { t } = useTranslation();
  const entries = events.map(({ sequence, at, state, priority, line }, index) => {
    const before = events[index - 1];
    const words = [
      ...(before && before.priority !== priority
        ? [t('performance.ticket.priorityChanged', { from: before.priority, to: priority })]
        : []),
      ...(line == null ? [] : [t('performance.ticket.line', { line })]),
    ];
    return {
      id: `${sequence} ${at}`,
      at,
      title: codeWord('performance.ticket.state', state),
      body: words.length > 0 ? words.join(' · ') : undefined,
      tone: tones[state as keyof typeof tones],
    };
  });
  return <Timeline entries={entries} />;
}
