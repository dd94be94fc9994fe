import { Button, Stack, Text } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { TryPullDocument, type TryPullMutation } from '../../generated/graphql';
import { ErrorPanel } from '../../ui/error-panel';
import { formatDuration } from '../../ui/format-duration';
import { Instant } from '../../ui/instant';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { SimpleTable } from '../../ui/simple-table';
import { askedOf, authorizationOf, isAhead, type PullValues } from './pull-form';

type Subject = { serviceId: string | null; calendarId: string | null };
type Trial = NonNullable<TryPullMutation['tryPull']['trial']>;

/** What the server answers to the form as it stands; nothing is kept. */
export function PullTrial({ id }: { id?: string }) {
  const { t } = useTranslation();
  const { getValues } = useFormContext<PullValues & Partial<Subject>>();
  const attempt = useAct(TryPullDocument, { changes: [] });
  const ask = () => {
    const values = getValues();
    const authorization = authorizationOf(values, id !== undefined);
    const { address, kind, serviceId, calendarId } = values;
    const subject = id || !isAhead(kind) ? {} : kind === 'CALENDAR_HOLIDAYS' ? { calendarId } : { serviceId };
    attempt.mutate({ input: { id, address, asked: askedOf(values), authorization, ...subject } });
  };
  const { data, error } = attempt;
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" size="xs" loading={attempt.isPending} onClick={ask}>
        {t('sources.pull.try')}
      </Button>
      <div role="status">
        {error && (error instanceof Refused ? <RefusalPanel refused={error} /> : <ErrorPanel error={error} />)}
        {!error && data?.tryPull.trial && <Tried trial={data.tryPull.trial} />}
      </div>
    </Stack>
  );
}

function Tried({ trial: { reason, durationMs, rows, refused, newest } }: { trial: Trial }) {
  const { t } = useTranslation();
  if (reason != null) return <Text size="sm">{reason}</Text>;
  const isOfCalendar = newest.some(isAnnounced);
  const isUnsaid = newest.some((row) => isAnnounced(row) && row.outcome == null);
  return (
    <>
      <Text size="sm">
        {t(isOfCalendar ? 'sources.pull.triedAhead' : 'sources.pull.tried', {
          count: rows,
          took: formatDuration(durationMs),
        })}{' '}
        {refused > 0 && t(isOfCalendar ? 'sources.pull.refusedAhead' : 'sources.pull.triedRefused', { count: refused })}{' '}
        {isUnsaid && t('sources.pull.triedUnsaid')}
      </Text>
      {newest.length > 0 && (
        <SimpleTable
          label={t(isOfCalendar ? 'sources.pull.triedNext' : 'sources.pull.triedNewest')}
          head={
            isOfCalendar
              ? [t('sources.attempt'), t('sources.pull.event'), t('sources.pull.fate')]
              : [t('sources.attempt'), t('sources.pull.figure')]
          }
          rows={newest.map((row) => [
            isAnnounced(row) && !row.to ? (
              <Instant at={row.at} style="date" zone="UTC" />
            ) : (
              <Instant at={row.at} style="dateTimeSeconds" />
            ),
            ...(isAnnounced(row) ? [<Figure row={row} />, <Fate row={row} />] : [row.fault ?? <Figure row={row} />]),
          ])}
        />
      )}
    </>
  );
}

/** What would become of an event by the rules of a pull. */
function Fate({ row: { to, outcome, fault } }: { row: Trial['newest'][number] }) {
  const { t } = useTranslation();
  if (fault != null) return fault;
  if (outcome == null || outcome === 'REFUSED') return '–';
  return t(to == null ? `sources.pull.fateOfHoliday.${outcome}` : `sources.pull.fateOfMaintenance.${outcome}`);
}

/** By a calendar, of the time ahead. */
const isAnnounced = ({ up, cause }: Trial['newest'][number]): boolean => up == null && cause != null;

function Figure({ row: { at, to, good, total, up, cause } }: { row: Trial['newest'][number] }) {
  const { t } = useTranslation();
  if (cause != null) {
    const time = to ? formatDuration(Date.parse(to) - Date.parse(at)) : '';
    const lasted = time ? t('sources.pull.lasted', { time }) : t('sources.pull.lasts');
    return (
      <>
        {cause} <span className="quiet">{up == null ? time : lasted}</span>
      </>
    );
  }
  if (up == null)
    return good == null
      ? t('sources.pull.values', { count: Number(total) })
      : t('sources.pull.goodOfTotal', { good, total });
  return t(up ? 'sources.pull.isUp' : 'sources.pull.isDown');
}
