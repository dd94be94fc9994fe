import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { PeopleDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Pager } from '../ui/pager';
import { SearchBox } from '../ui/search-box';
import { PeopleTable } from './people-table';

const AddPersonDialog = onDemand(() => import('./add-person-dialog').then((module) => module.AddPersonDialog));

const route = getRouteApi('/shell/admin/people');

/** Who is here, and what may they do? */
export function PeoplePage() {
  const { t } = useTranslation();
  const { q, ended, cursor, add } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(query(PeopleDocument, { search: q, ended, first: 50, after: cursor }));
  const clear = () => void navigate({ search: {} });
  const addButton = (
    <Button
      leftSection={<IconUserPlus size={16} stroke={1.7} />}
      onClick={() => void navigate({ search: (old) => ({ ...old, add: true }) })}
    >
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
            onChange={(text, commit) =>
              void navigate({
                search: (old) => ({ ...old, q: text || undefined, cursor: undefined }),
                replace: !commit,
              })
            }
          />
          <Checkbox
            label={t('people.people.ended')}
            checked={ended ?? false}
            onChange={(event) => {
              const wanted = event.currentTarget.checked || undefined;
              void navigate({ search: (old) => ({ ...old, ended: wanted, cursor: undefined }) });
            }}
          />
        </Group>
        <Loaded query={found}>
          {({ people: { edges, pageInfo, totalCount } }) =>
            totalCount === 0 ? (
              <EmptyState kind="noResults" filters={q ? [`“${q}”`] : []} onClear={clear} />
            ) : (
              <PeopleTable
                people={edges.map(({ node }) => node)}
                footer={
                  <Pager
                    shown={edges.length}
                    total={totalCount}
                    onNext={
                      pageInfo.hasNextPage
                        ? () =>
                            void navigate({ search: (old) => ({ ...old, cursor: pageInfo.endCursor ?? undefined }) })
                        : undefined
                    }
                    onFirst={
                      cursor ? () => void navigate({ search: (old) => ({ ...old, cursor: undefined }) }) : undefined
                    }
                  />
                }
              />
            )
          }
        </Loaded>
        <p className="quiet">
          {t('people.people.alsoSee')}{' '}
          <TextLink to="/admin/units" underline="always">
            {t('app.nav.units')}
          </TextLink>
        </p>
      </Stack>
      {add && <AddPersonDialog onClose={() => void navigate({ search: (old) => ({ ...old, add: undefined }) })} />}
    </>
  );
}
