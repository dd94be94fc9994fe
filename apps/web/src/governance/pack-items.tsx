import { Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { TextLink } from '../app/text-link';
import type { PackBreachFragment, PackFragment } from '../generated/graphql';
import { formatDay, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { SimpleTable } from '../ui/simple-table';
import { packedRow } from './kpi-row-of';
import { KPIRows } from './kpi-rows';
import { ScoreFigure } from './score-figure';

export type PackItem = { id: 'kpis' | 'breaches' | 'inside' | 'actions'; content: ReactNode };

/** The agenda of a review: each item of the frozen evidence. What the provider does not read is not in its edition. */
export function packItems(pack: PackFragment): PackItem[] {
  const all: PackItem[] = [
    {
      id: 'kpis',
      content: (
        <Stack gap="sm">
          <ScoreFigure {...pack} />
          <KPIRows label={titleOf('kpis')} rows={pack.kpis.map((kpi) => packedRow(kpi))} />
        </Stack>
      ),
    },
    { id: 'breaches', content: <Breaches label={titleOf('breaches')} pack={pack} breaches={pack.breaches} /> },
    { id: 'inside', content: <Inside pack={pack} /> },
    { id: 'actions', content: <ActionsBefore pack={pack} /> },
  ];
  return all.filter(({ id }) => id !== 'inside' || pack.edition === 'INTERNAL');
}

export const titleOf = (id: PackItem['id']): string => i18next.t(`governance.item.${id}`);

/** What we owe our customers for it, and what of that comes back. */
function Inside({ pack }: { pack: PackFragment }) {
  const { promisesMissed, exposures } = pack;
  return (
    <>
      <Breaches label={titleOf('inside')} pack={pack} breaches={promisesMissed} />
      {exposures.map(({ currency, owed, recoverable, exposure }) => (
        <Text key={currency} mt="sm" className="figures">
          {i18next.t(exposure.startsWith('-') ? 'governance.covered' : 'governance.exposure', {
            owed: formatMoney({ amount: owed, currency }),
            recoverable: formatMoney({ amount: recoverable, currency }),
            exposure: formatMoney({ amount: exposure, currency }),
          })}
        </Text>
      ))}
    </>
  );
}

type BreachesProps = { label: string; pack: PackFragment; breaches: readonly PackBreachFragment[] };

function Breaches({ label, pack, breaches }: BreachesProps) {
  const { t } = i18next;
  if (breaches.length === 0)
    return (
      <Text className="quiet">
        {t(breaches === pack.breaches ? 'governance.noBreaches' : 'governance.noPromisesMissed')}
      </Text>
    );
  return (
    <SimpleTable
      label={label}
      head={[
        t('performance.breaches.commitment'),
        t('performance.breaches.period'),
        t('performance.breaches.figure'),
        t('performance.breaches.credit'),
      ]}
      numeric={[2, 3]}
      rows={breaches.map((breach) => [
        <Breached key="promise" breach={breach} />,
        formatPeriod(breach.period),
        <span key="figure" className="one-line">
          {breach.figure === null ? t('ui.noFigure') : formatPercent(breach.figure, { decimals: 4 })}
          <small className="quiet"> / {formatExactPercent(breach.target)}</small>
        </span>,
        breach.credit ? formatMoney(breach.credit) : '–',
      ])}
    />
  );
}

/** The commitment of a breach, with the way to the revision that the pack keeps, where the viewer may follow it. */
function Breached({ breach }: { breach: PackBreachFragment }) {
  const { serviceName, commitmentName, period, revision, result } = breach;
  const words = `${serviceName}: ${commitmentName}`;
  if (!result) return words;
  const replaced = result.state === 'SUPERSEDED';
  return (
    <>
      <TextLink
        to="/commitments/$service/$commitment"
        params={{ service: result.commitment.service.slug, commitment: result.commitment.slug }}
        search={{ period, revision: replaced ? revision : undefined }}
        underline="always"
      >
        {words}
      </TextLink>
      {replaced && (
        <Text size="xs" className="quiet" component="span" display="block">
          {i18next.t('governance.newer.exists', { revision })}
        </Text>
      )}
    </>
  );
}

/** Actions as they stood when the pack was frozen. */
function ActionsBefore({ pack: { actions } }: { pack: PackFragment }) {
  const { t } = i18next;
  if (actions.length === 0) return <Text className="quiet">{t('governance.noPackActions')}</Text>;
  return (
    <SimpleTable
      label={titleOf('actions')}
      head={[
        t('governance.action.what'),
        t('governance.action.owner'),
        t('governance.action.due'),
        t('governance.stateHead'),
      ]}
      rows={actions.map(({ what, owner, due, done }) => [
        what,
        owner,
        formatDay(due),
        t(done ? 'governance.action.done' : 'governance.action.open'),
      ])}
    />
  );
}
