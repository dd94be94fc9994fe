import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { PersonDocument, type PersonQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { Instant } from '../ui/instant';
import { KeyValueList } from '../ui/key-value-list';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { PersonActions } from './person-actions';
import { PersonRoles } from './person-roles';
import { SubjectHistory } from './subject-history';

const route = getRouteApi('/shell/admin/people/$id');
export type PersonOnPage = NonNullable<PersonQuery['person']>;

/** What may this person do, since when, and who decided it? */
export function PersonPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery(query(PersonDocument, { id }));
  return (
    <LoadedPage query={asked} kind={t('people.person.one')}>
      {({ person }) => <Content key={id} person={found(person)} />}
    </LoadedPage>
  );
}

function Content({ person }: { person: PersonOnPage }) {
  const { t } = useTranslation();
  const { viewerCanManagePeople, viewerCanReadAudit } = useViewer();
  return (
    <>
      <PageHeader
        above={viewerCanManagePeople && <Breadcrumbs crumbs={[{ label: t('app.nav.people'), to: '/admin/people' }]} />}
        title={person.name}
        badges={person.endedAt && <ToneBadge>{t('people.person.left')}</ToneBadge>}
        actions={person.viewerCanChange && <PersonActions person={person} />}
      />
      <Stack gap="md">
        <Panel title={t('people.person.about')}>
          <KeyValueList
            columns={3}
            items={[
              { label: t('people.email'), value: person.email },
              { label: t('people.unit'), value: person.unit?.name },
              { label: t('people.location'), value: person.location },
              ...(person.endedAt ? [{ label: t('people.person.leftOn'), value: <Instant at={person.endedAt} /> }] : []),
            ]}
          />
        </Panel>
        {person.roles && <PersonRoles person={person} roles={person.roles} />}
        {viewerCanReadAudit && <SubjectHistory type="person" id={person.id} />}
      </Stack>
    </>
  );
}
