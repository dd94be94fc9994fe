import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { MyStatementsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { StatementView } from './statement-view';
import './words';
import '../governance/words';

const EarlierStatements = onDemand(() => import('./earlier-statements').then((module) => module.EarlierStatements));

/** What do I get of my team's reward, and why? The newest in full, the others by period. */
export function StatementsPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(MyStatementsDocument, {}));
  return (
    <>
      <PageHeader title={t('app.nav.statement')} subtitle={t('rewards.statementSubtitle')} />
      <Loaded query={asked}>
        {({ myRewardStatements: [newest, ...others] }) =>
          newest ? (
            <Stack gap="md">
              <StatementView id={newest.id} />
              {others.length > 0 && <EarlierStatements statements={others} />}
            </Stack>
          ) : (
            <EmptyState kind="nothingYet" title={t('rewards.noStatement')}>
              {t('rewards.noStatementWords')}
            </EmptyState>
          )
        }
      </Loaded>
    </>
  );
}
