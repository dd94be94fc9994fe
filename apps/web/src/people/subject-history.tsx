import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { AuditDocument } from '../generated/graphql';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { AuditEntry } from './audit-entry';
import classes from './audit.module.css';

type Props = { type: string; id: string };

/** What happened to one thing, newest first; for who may read the audit. */
export function SubjectHistory({ type, id }: Props) {
  const { t } = useTranslation();
  const asked = useQuery(query(AuditDocument, { subjectType: type, subjectId: id, first: 20 }));
  return (
    <Panel title={t('people.history.title')} description={t('people.history.words')} flush>
      <Loaded query={asked}>
        {({ audit: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <p className={`${classes.entry} quiet`}>{t('people.history.none')}</p>
          ) : (
            <>
              <ul className={classes.list} aria-label={t('people.history.title')}>
                {edges.map(({ node }) => (
                  <AuditEntry key={node.id} entry={node} />
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <div className={classes.footer}>
                  <TextLink to="/admin/audit" search={{ type, subject: id }}>
                    {t('people.history.all')}
                  </TextLink>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
