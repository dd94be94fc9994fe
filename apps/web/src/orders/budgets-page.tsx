import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { BudgetsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { BudgetsTable } from './budgets-table';
import './words';

const AddBudgetDialog = onDemand(() => import('./add-budget-dialog').then((module) => module.AddBudgetDialog));

const route = getRouteApi('/shell/budgets');

/** What may units spend on orders, and what is left? */
export function BudgetsPage() {
  const { t } = useTranslation();
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanManageBudgets } = useViewer();
  const asked = useQuery(query(BudgetsDocument, {}));
  const addButton = viewerCanManageBudgets && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ search: { add: true } })}>
      {t('orders.budgets.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('app.nav.budgets')}
        subtitle={t('orders.budgets.subtitle')}
        actions={
          <>
            <LinkButton to="/approval-stages" variant="default">
              {t('orders.budgets.stages')}
            </LinkButton>
            <LinkButton to="/bill" variant="default">
              {t('app.nav.bill')}
            </LinkButton>
            {addButton}
          </>
        }
      />
      <Loaded query={asked}>
        {({ budgets }) =>
          budgets.length === 0 ? (
            <EmptyState kind="nothingYet" title={t('orders.budgets.none')} action={addButton}>
              {t('orders.budgets.noneWords')}
            </EmptyState>
          ) : (
            <BudgetsTable budgets={budgets} />
          )
        }
      </Loaded>
      {add && viewerCanManageBudgets && <AddBudgetDialog onClose={() => void navigate({ search: {} })} />}
    </>
  );
}
