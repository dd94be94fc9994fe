import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ArchetypesDocument } from '../generated/graphql';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ArchetypeTerms } from './archetype-terms';
import classes from './manage.module.css';

/** How is each kind of service to be committed, sourced, governed, priced and rewarded? */
export function ArchetypesPage() {
  const { t } = useTranslation();
  const asked = useQuery(query(ArchetypesDocument, {}));
  return (
    <>
      <PageHeader title={t('app.nav.archetypes')} subtitle={t('catalog.archetypes.subtitle')} />
      <Loaded query={asked}>
        {({ archetypes }) => (
          <div className={classes.archetypes}>
            {archetypes.map((archetype) => (
              <Panel
                key={archetype.id}
                title={archetype.name}
                description={archetype.summary}
                actions={
                  <TextLink
                    size="sm"
                    to="/manage/archetypes/$key"
                    params={{ key: archetype.key.toLowerCase().replaceAll('_', '-') }}
                    aria-label={t('catalog.archetypes.versionsOf', { name: archetype.name })}
                  >
                    {t('catalog.archetypes.version', { version: archetype.version })}
                  </TextLink>
                }
              >
                <ArchetypeTerms archetype={archetype} columns={1} />
              </Panel>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}
