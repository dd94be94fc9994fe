import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { ArchetypesDocument, type ArchetypeFragment } from '../generated/graphql';
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
                actions={<Actions archetype={archetype} />}
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

/** To the versions of an archetype, and to writing the next. */
function Actions({ archetype: { key, name, version, viewerCanChange } }: { archetype: ArchetypeFragment }) {
  const { t } = useTranslation();
  const page = { to: '/manage/archetypes/$key', params: { key: key.toLowerCase().replaceAll('_', '-') } } as const;
  return (
    <>
      <TextLink size="sm" {...page} aria-label={t('catalog.archetypes.versionsOf', { name })}>
        {t('catalog.archetypes.version', { version })}
      </TextLink>
      {viewerCanChange && (
        <LinkButton
          size="xs"
          variant="default"
          {...page}
          search={{ change: true }}
          aria-label={t('catalog.archetypes.changeOf', { name })}
        >
          {t('catalog.archetypes.changeThis')}
        </LinkButton>
      )}
    </>
  );
}
