import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { Teams } from './teams';
import { Units } from './units';

const route = getRouteApi('/shell/admin/units');

/** How is the enterprise made up, and who works in which team? */
export function UnitsPage() {
  const { t } = useTranslation();
  const { tab = 'units' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('app.nav.units')} subtitle={t('people.units.subtitle')} />
      <SearchTabs
        label={t('app.nav.units')}
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next } })}
        tabs={[
          { value: 'units', label: t('people.units.title'), content: <Units /> },
          { value: 'teams', label: t('people.teams.title'), content: <Teams /> },
        ]}
      />
    </>
  );
}
