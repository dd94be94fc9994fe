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
import { askedOf, authorizationOf, type PullValues } from './pull-form';

type Trial = NonNullable<TryPullMutation['tryPull']['trial']>;

/** What the server answers to the form as it stands; nothing is kept. */
export function PullTrial({ id }: { id?: string }) {
  const { t } = useTranslation();
  const { getValues } = useFormContext<PullValues>();
  const attempt = useAct(TryPullDocument, { changes: [] });
  const ask = () => {
    const values = getValues();
    const authorization = authorizationOf(values, id !== undefined);
    attempt.mutate({ input: { id, address: values.address, asked: askedOf(values), authorization } });
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
  return (
    <>
      <Text size="sm">
        {t('sources.pull.tried', { count: rows, took: formatDuration(durationMs) })}{' '}
        {refused > 0 && t('sources.pull.triedRefused', { count: refused })}
      </Text>
      {newest.length > 0 && (
        <SimpleTable
          label={t('sources.pull.triedNewest')}
          head={[t('sources.attempt'), t('sources.pull.figure')]}
          rows={newest.map((row) => [
            <Instant at={row.at} style="dateTimeSeconds" />,
            row.fault ?? <Figure row={row} />,
          ])}
        />
      )}
    </>
  );
}

function Figure({ row: { at, to, good, total, up, cause } }: { row: Trial['newest'][number] }) {
  const { t } = useTranslation();
  if (up == null)
    return good == null
      ? t('sources.pull.values', { count: Number(total) })
      : t('sources.pull.goodOfTotal', { good, total });
  if (cause != null)
    return (
      <>
        {cause}{' '}
        <span className="quiet">
          {to
            ? t('sources.pull.lasted', { time: formatDuration(Date.parse(to) - Date.parse(at)) })
            : t('sources.pull.lasts')}
        </span>
      </>
    );
  return t(up ? 'sources.pull.isUp' : 'sources.pull.isDown');
}
