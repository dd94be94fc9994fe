import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { UnitApprovalRulesDocument, type UnitApprovalRulesQuery } from '../generated/graphql';
import { unitTree } from '../people/unit-tree';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { ApprovalRules } from './approval-rules';
import './approval-rule-words';
import './words';

const route = getRouteApi('/shell/approval-stages');
export type UnitWithRules = UnitApprovalRulesQuery['businessUnits'][number];

/** Who else approves the orders of a unit, beside those that each service asks? */
export function ApprovalRulesPage() {
  const { t } = useTranslation();
  const { unit: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(UnitApprovalRulesDocument, {}));
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.budgets'), to: '/budgets' }]} />}
        title={t('approvalRules.title')}
        subtitle={t('approvalRules.subtitle')}
      />
      <Loaded query={asked}>
        {({ businessUnits }) => {
          const tree = unitTree(businessUnits);
          const unit =
            businessUnits.find(({ id }) => id === chosen) ??
            businessUnits.find(({ approvalRules }) => approvalRules.length > 0) ??
            tree[0]?.unit;
          return unit ? (
            <Stack gap="md">
              <Choice
                label={t('approvalRules.unit')}
                width={320}
                data={tree.map(({ unit: one, depth }) => ({
                  value: one.id,
                  label: `${'\u2003'.repeat(depth)}${one.name}`,
                }))}
                value={unit.id}
                onChange={(id) => void navigate({ search: { unit: id ?? undefined } })}
              />
              <ApprovalRules key={unit.id} unit={unit} all={businessUnits} />
            </Stack>
          ) : (
            <EmptyState kind="nothingYet" title={t('people.units.none')} />
          );
        }}
      </Loaded>
    </>
  );
}
