import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../app/text-link';
import type { PackBreachFragment, PackFragment } from '../generated/graphql';
import { formatDay, formatInstant, formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { packedRow } from './kpi-row-of';
import { KPIRows } from './kpi-rows';
import { NewerRevisions } from './newer-revisions';
import { PackHash } from './pack-hash';
import { ScoreFigure } from './score-figure';

/** The frozen evidence, item by item; it never changes, and says when a figure in it was restated since. */
export function PackView({ pack }: { pack: PackFragment }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <NewerRevisions revisions={pack.newerRevisions}>{t('governance.newer.pack')}</NewerRevisions>
      <Panel title={t('governance.item.kpis')} description={t('governance.item.kpisWords')}>
        <Stack gap="sm">
          <ScoreFigure {...pack} />
          <KPIRows label={t('governance.item.kpis')} rows={pack.kpis.map((kpi) => packedRow(kpi))} />
        </Stack>
      </Panel>
      <Panel title={t('governance.item.breaches')} description={t('governance.item.breachesWords')}>
        {pack.breaches.length === 0 ? (
          <Text className="quiet">{t('governance.noBreaches')}</Text>
        ) : (
          <Breaches label={t('governance.item.breaches')} pack={pack} breaches={pack.breaches} />
        )}
      </Panel>
      {pack.edition === 'INTERNAL' && <InsidePart pack={pack} />}
      <Panel title={t('governance.item.actions')} description={t('governance.item.actionsWords')}>
        {pack.actions.length === 0 ? (
          <Text className="quiet">{t('governance.noPackActions')}</Text>
        ) : (
          <SimpleTable
            label={t('governance.item.actions')}
            head={[
              t('governance.action.what'),
              t('governance.action.owner'),
              t('governance.action.due'),
              t('governance.stateHead'),
            ]}
            rows={pack.actions.map(({ what, owner, due, done }) => [
              what,
              owner,
              formatDay(due),
              t(done ? 'governance.action.done' : 'governance.action.open'),
            ])}
          />
        )}
      </Panel>
      <Panel title={t('governance.pack')} description={t('governance.packWords')}>
        <KeyValueList
          columns={2}
          items={[
            { label: t('governance.edition'), value: t(`governance.editionOf.${pack.edition}`) },
            { label: t('governance.dataAsOf'), value: formatInstant(pack.asOf) },
            {
              label: t('governance.frozenAt'),
              value: t('governance.frozenByAt', { name: pack.frozenBy.name, at: formatInstant(pack.frozenAt) }),
            },
            { label: t('governance.hash'), value: <PackHash hash={pack.hash} /> },
          ]}
        />
      </Panel>
    </Stack>
  );
}

/** What the provider does not read: what we owe our customers for it, and what of that comes back. */
function InsidePart({ pack }: { pack: PackFragment }) {
  const { t } = useTranslation();
  const { promisesMissed, exposures } = pack;
  return (
    <Panel title={t('governance.item.inside')} description={t('governance.item.insideWords')}>
      {promisesMissed.length === 0 ? (
        <Text className="quiet">{t('governance.noPromisesMissed')}</Text>
      ) : (
        <Breaches label={t('governance.item.inside')} pack={pack} breaches={promisesMissed} />
      )}
      {exposures.map(({ currency, owed, recoverable, exposure }) => (
        <Text key={currency} mt="sm" className="figures">
          {t(exposure.startsWith('-') ? 'governance.covered' : 'governance.exposure', {
            owed: formatMoney({ amount: owed, currency }),
            recoverable: formatMoney({ amount: recoverable, currency }),
            exposure: formatMoney({ amount: exposure, currency }),
          })}
        </Text>
      ))}
    </Panel>
  );
}

type BreachesProps = { label: string; pack: PackFragment; breaches: readonly PackBreachFragment[] };

function Breaches({ label, pack, breaches }: BreachesProps) {
  const { t } = useTranslation();
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
        <Breached key="promise" pack={pack} breach={breach} />,
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

/** The commitment of a breach, with the way to its result where the pack knows it. */
function Breached({ pack, breach }: { pack: PackFragment; breach: PackBreachFragment }) {
  const words = `${breach.serviceName}: ${breach.commitmentName}`;
  const result = pack.kpis
    .filter((kpi) => kpi.serviceName === breach.serviceName && kpi.commitmentName === breach.commitmentName)
    .flatMap(({ results }) => results)
    .find(({ period }) => period === breach.period)?.result;
  if (!result) return words;
  return (
    <TextLink
      to="/commitments/$service/$commitment"
      params={{ service: result.commitment.service.slug, commitment: result.commitment.slug }}
      search={{ period: breach.period }}
      underline="always"
    >
      {words}
    </TextLink>
  );
}
