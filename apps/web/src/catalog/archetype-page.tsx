import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useToday } from '../app/use-today';
import { ArchetypeHistoryDocument, ArchetypeKeyCodes } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { formatDay } from '../ui/format-instant';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { ArchetypeTerms } from './archetype-terms';

const ArchetypeForm = onDemand(() => import('./archetype-form').then((module) => module.ArchetypeForm));

const route = getRouteApi('/shell/manage/archetypes/$key');

/** The versions of an archetype, the newest first; the BT office writes the next. */
export function ArchetypePage() {
  const { t } = useTranslation();
  const { key: address } = route.useParams();
  const { change } = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const key = found(ArchetypeKeyCodes.find((code) => code.toLowerCase().replaceAll('_', '-') === address));
  const asked = useQuery(query(ArchetypeHistoryDocument, { key }));
  const setChange = (wanted: true | undefined) => void navigate({ search: { change: wanted } });

  return (
    <LoadedPage query={asked} kind={t('catalog.facet.archetype')}>
      {({ archetypeHistory }) => {
        const versions = [...archetypeHistory].sort((a, b) => b.version - a.version);
        const newest = found(versions[0]);
        const current = versions.find(({ effectiveFrom }) => effectiveFrom <= today);
        return (
          <>
            <PageHeader
              above={<Breadcrumbs crumbs={[{ label: t('app.nav.archetypes'), to: '/manage/archetypes' }]} />}
              title={newest.name}
              subtitle={newest.summary}
              actions={
                newest.viewerCanChange &&
                !change && <Button onClick={() => setChange(true)}>{t('catalog.archetypes.change')}</Button>
              }
            />
            <Stack gap="md">
              {change && newest.viewerCanChange && (
                <Panel title={t('catalog.archetypes.next', { version: newest.version + 1 })}>
                  <ArchetypeForm key={newest.id} newest={newest} onClose={() => setChange(undefined)} />
                </Panel>
              )}
              {versions.map((version) => (
                <Panel
                  key={version.id}
                  title={t('catalog.archetypes.version', { version: version.version })}
                  description={t('catalog.archetypes.from', { from: formatDay(version.effectiveFrom) })}
                  actions={
                    version === current ? (
                      <ToneBadge tone="good">{t('people.standing.IN_FORCE')}</ToneBadge>
                    ) : (
                      version.effectiveFrom > today && (
                        <ToneBadge tone="accent">{t('people.standing.COMING')}</ToneBadge>
                      )
                    )
                  }
                >
                  <ArchetypeTerms archetype={version} columns={3} />
                </Panel>
              ))}
            </Stack>
          </>
        );
      }}
    </LoadedPage>
  );
}
