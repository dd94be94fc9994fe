import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { BillDocument, type BillQuery } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { addMonths } from '../ui/month';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { Tile } from '../ui/tile';
import { ToneBadge } from '../ui/tone-badge';
import { codes } from './bill-codes';
import { BillFiles } from './bill-files';
import { BillLines } from './bill-lines';
import { BillOpenDisputes } from './bill-open-disputes';
import { BillParts, partName } from './bill-parts';
import { BillRun } from './bill-run';
import './bill-words';

const route = getRouteApi('/shell/bill/$month');
const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/;

/** What was charged in a month, what changed, and why? */
export function BillPage() {
  const { t } = useTranslation();
  const { month } = route.useParams();
  found(MONTH.exec(month));
  const { unit, group = 'service', of, cursor } = route.useSearch();
  const asked = useQuery(
    query(BillDocument, { month, unitId: unit, group: codes[group], groupId: of, first: 50, after: cursor }),
  );
  const notClosed = asked.data?.bill.run && asked.data.bill.run.state !== 'CLOSED';
  const neighbour = (step: 1 | -1, words: 'before' | 'after') => (
    <LinkButton
      to="/bill/$month"
      params={{ month: addMonths(month, step) }}
      search={{ unit, group: group === 'service' ? undefined : group }}
      size="xs"
      variant="default"
    >
      {t(`bill.${words}`, { month: formatPeriod(addMonths(month, step)) })}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('bill.title', { month: formatPeriod(month) })}
        subtitle={t('bill.subtitle')}
        badges={notClosed && <ToneBadge tone="warning">{t('bill.notClosed')}</ToneBadge>}
        actions={
          <>
            {neighbour(-1, 'before')}
            {neighbour(1, 'after')}
          </>
        }
      />
      <Loaded query={asked}>{(data) => <Content month={month} data={data} />}</Loaded>
    </>
  );
}

function Content({ month, data }: { month: string; data: BillQuery }) {
  const { t } = useTranslation();
  const { unit, group = 'service', of, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const { bill, payers, chargeDisputes, viewerCanRunCharges } = data;
  const { run, totals, groups, lines } = bill;
  const change = (next: { unit?: string; group?: 'plan' | 'unit'; of?: string; cursor?: string }) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }) });
  const units = [...payers.groups.map((one) => one.unit), bill.unit].flatMap((one) =>
    one ? [{ value: one.id, label: one.name }] : [],
  );
  const chosen = groups.find(({ id }) => id === of);
  return (
    <Stack gap="md">
      {viewerCanRunCharges && <BillRun month={month} run={run ?? null} />}
      <BillOpenDisputes disputes={chargeDisputes.edges.map(({ node }) => node)} />
      <Group align="flex-end">
        <Choice
          label={t('bill.unit')}
          data={[...new Map(units.map((one) => [one.value, one])).values()]}
          none={t('bill.everyUnit')}
          value={unit ?? null}
          onChange={(next) => change({ unit: next ?? undefined, of: undefined })}
        />
        <Choice
          label={t('bill.group')}
          data={(['service', 'plan', 'unit'] as const).map((value) => ({ value, label: t(`bill.by.${value}`) }))}
          value={group}
          onChange={(next) => change({ group: !next || next === 'service' ? undefined : next, of: undefined })}
        />
      </Group>
      {groups.length === 0 ? (
        <EmptyState kind="noData" title={t(run ? 'bill.none' : 'bill.neverReckoned')}>
          {t(run ? 'bill.noneWords' : 'bill.neverReckonedWords')}
        </EmptyState>
      ) : (
        <>
          <Panel title={t('bill.parts')} description={run?.state === 'CLOSED' ? undefined : t('bill.notClosedWords')}>
            <Stack gap="md">
              <Group>
                {totals.map((total) => (
                  <Tile key={total.currency} label={t('bill.total')} value={formatMoney(total)} />
                ))}
              </Group>
              <BillParts parts={groups} by={group} onChoose={(id) => change({ of: id })} />
            </Stack>
          </Panel>
          <section aria-labelledby="bill-lines">
            <Group justify="space-between">
              <h2 id="bill-lines">{t('bill.lines')}</h2>
              <BillFiles
                month={month}
                search={{ unit, group: group === 'service' ? undefined : group, of }}
                count={lines.totalCount}
              />
            </Group>
            <Listing
              page={lines}
              cursor={cursor}
              onPage={(next) => change({ cursor: next })}
              filters={of ? [chosen ? partName(chosen) : t(`bill.by.${group}`)] : []}
              onClear={() => change({ of: undefined })}
              none={<EmptyState kind="noData" title={t('bill.none')} />}
            >
              {(rows, pager) => (
                <BillLines
                  lines={rows}
                  footer={pager}
                  of={chosen && partName(chosen)}
                  onAll={() => change({ of: undefined })}
                />
              )}
            </Listing>
          </section>
        </>
      )}
    </Stack>
  );
}
