import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { PeopleDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchBox } from '../ui/search-box';
import { PeopleTable } from './people-table';

const AddPersonDialog = onDemand(() => import('./add-person-dialog').then((module) => module.AddPersonDialog));

const route = getRouteApi('/shell/admin/people');

/** Who is here, and what may they do? */
export function PeoplePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { q, ended, cursor, add } = search;
  const navigate = route.useNavigate();
  const found = useQuery(query(PeopleDocument, { search: q, ended, first: 50, after: cursor }));
  const clear = () => void navigate({ search: {} });
  const change = (next: Partial<typeof search>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }), replace });
  const addButton = (
    <Button leftSection={<IconUserPlus size={16} stroke={1.7} />} onClick={() => change({ add: true, cursor })}>
      {t('people.people.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('app.nav.people')} subtitle={t('people.people.subtitle')} actions={addButton} />
      <Stack gap="md">
        <Group gap="md">
          <SearchBox
            label={t('people.people.search')}
            value={q ?? ''}
            onChange={(text, commit) => change({ q: text || undefined }, !commit)}
          />
          <Checkbox
            label={t('people.people.ended')}
            checked={ended ?? false}
            onChange={(event) => change({ ended: event.currentTarget.checked || undefined })}
          />
        </Group>
        <Loaded query={found}>
          {({ people }) => (
            <Listing
              page={people}
              cursor={cursor}
              onPage={(next) => change({ cursor: next })}
              none={<EmptyState kind="noResults" filters={q ? [`“${q}”`] : []} onClear={clear} />}
            >
              {(rows, pager) => <PeopleTable people={rows} footer={pager} />}
            </Listing>
          )}
        </Loaded>
        <p className="quiet">
          {t('people.people.alsoSee')}{' '}
          <TextLink to="/admin/units" underline="always">
            {t('app.nav.units')}
          </TextLink>
        </p>
      </Stack>
      {add && <AddPersonDialog onClose={() => change({ add: undefined, cursor })} />}
    </>
  );
}
