import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { BudgetPageDocument, type BudgetPageQuery } from '../generated/graphql';
import { SubjectHistory } from '../people/subject-history';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { formatDay } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { Tile } from '../ui/tile';
import { BudgetBar } from './budget-bar';
import { BudgetEntries } from './budget-entries';
import { BudgetLaterYears } from './budget-later-years';
import classes from './orders.module.css';
import './words';

const ChangeBudgetDialog = onDemand(() => import('./change-budget-dialog').then((module) => module.ChangeBudgetDialog));

const route = getRouteApi('/shell/budgets/$id');
export type BudgetOnPage = NonNullable<BudgetPageQuery['budget']>;

/** What took from this budget, what gave back, and what is left? */
export function BudgetPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { cursor } = route.useSearch();
  const asked = useQuery(query(BudgetPageDocument, { id, first: 50, after: cursor }));
  return (
    <LoadedPage query={asked} kind={t('orders.budgets.one')}>
      {({ budget }) => <Content budget={found(budget)} />}
    </LoadedPage>
  );
}

function Content({ budget }: { budget: BudgetOnPage }) {
  const { t } = useTranslation();
  const { viewerCanReadAudit } = useViewer();
  const { cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const [changing, setChanging] = useState(false);
  const { id, name, unit, from, to, viewerCanChange, entries } = budget;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.budgets'), to: '/budgets' }]} />}
        title={name}
        subtitle={`${unit.name} · ${t('orders.budgets.fromTo', { from: formatDay(from), to: formatDay(to) })}`}
        actions={
          viewerCanChange && (
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {t('orders.budgets.change')}
            </Button>
          )
        }
      />
      <Stack gap="md">
        <Panel>
          <div className={classes.tiles}>
            {(['amount', 'spent', 'committed', 'reserved', 'left'] as const).map((part) => (
              <Tile key={part} label={t(`orders.budgets.${part}`)} value={formatMoney(budget[part])} />
            ))}
          </div>
          <BudgetBar budget={budget} />
          {Number(budget.overrun.amount) > 0 && (
            <p role="alert">{t('orders.budgets.overrun', { amount: formatMoney(budget.overrun) })}</p>
          )}
          <p className="quiet">{t('orders.budgets.reservationDays', { count: budget.reservationDays })}</p>
        </Panel>
        <BudgetLaterYears years={budget.laterYears} />
        <section className={classes.part} aria-labelledby="budget-entries">
          <h2 id="budget-entries">{t('orders.budgets.entries')}</h2>
          <BudgetEntries
            entries={entries}
            cursor={cursor}
            onPage={(next) => void navigate({ search: { cursor: next } })}
          />
        </section>
        {viewerCanReadAudit && <SubjectHistory type="budget" id={id} />}
      </Stack>
      {changing && <ChangeBudgetDialog budget={budget} onClose={() => setChanging(false)} />}
    </>
  );
}
