import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { AuditDocument } from '../generated/graphql';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { AuditEntry } from './audit-entry';
import classes from './audit.module.css';
import { subjectWords } from './audit-words';
import { auditSubjects } from './audit-subjects';

const route = getRouteApi('/shell/admin/audit');

/** Who did what, when and why? Newest first; nothing is ever taken out of it. */
export function AuditPage() {
  const { t } = useTranslation();
  const { type, subject, cursor } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(query(AuditDocument, { subjectType: type, subjectId: subject, first: 50, after: cursor }));
  const filters = [...(type ? [subjectWords(type)] : []), ...(subject ? [t('people.audit.one')] : [])];
  return (
    <>
      <PageHeader title={t('app.nav.audit')} subtitle={t('people.audit.subtitle')} />
      <Stack gap="md">
        <Group align="flex-end">
          <Choice
            label={t('people.audit.about')}
            none={t('people.audit.everything')}
            data={auditSubjects.map((value) => ({ value, label: subjectWords(value) }))}
            value={type ?? null}
            onChange={(value) => void navigate({ search: { type: value ?? undefined } })}
          />
          {subject && (
            <Button variant="default" onClick={() => void navigate({ search: { type } })}>
              {t('people.audit.allOf', { subject: subjectWords(type ?? '').toLowerCase() })}
            </Button>
          )}
        </Group>
        <Loaded query={asked}>
          {({ audit }) => (
            <Listing
              page={audit}
              cursor={cursor}
              onPage={(next) => void navigate({ search: (old) => ({ ...old, cursor: next }) })}
              none={<EmptyState kind="noResults" filters={filters} onClear={() => void navigate({ search: {} })} />}
            >
              {(entries, pager) => (
                <Panel flush>
                  <ul className={classes.list} aria-label={t('app.nav.audit')}>
                    {entries.map((entry) => (
                      <AuditEntry key={entry.id} entry={entry} withSubject={!subject} />
                    ))}
                  </ul>
                  <div className={classes.footer}>{pager}</div>
                </Panel>
              )}
            </Listing>
          )}
        </Loaded>
      </Stack>
    </>
  );
}
