import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import type { Version } from './agreement-page';
import classes from './agreement.module.css';
import { RemovedCommitments } from './removed-commitments';
import { TermsCard } from './terms-card';

const route = getRouteApi('/shell/agreements/$slug');

/** What a version promises, each commitment in words, with what changed since the version before. */
export function VersionCommitments({ version, before }: { version: Version; before: Version | null }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const add = version.viewerCanChange && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => void navigate({ search: (old) => ({ ...old, edit: 'new' }) })}
    >
      {t('agreements.addCommitment')}
    </Button>
  );
  const gone = before?.commitments.filter(
    ({ commitment }) => !version.commitments.some((terms) => terms.commitment.id === commitment.id),
  );
  return (
    <div className={classes.cards}>
      {version.commitments.length === 0 ? (
        <EmptyState kind="nothingYet" title={t('agreements.promisesNothing')} action={add}>
          {t('agreements.promisesNothingWords')}
        </EmptyState>
      ) : (
        add && <div>{add}</div>
      )}
      {version.commitments.map((terms) => (
        <TermsCard
          key={terms.id}
          terms={terms}
          version={version}
          before={before?.commitments.find(({ commitment }) => commitment.id === terms.commitment.id) ?? null}
          compared={before !== null}
        />
      ))}
      {before && gone && gone.length > 0 && <RemovedCommitments gone={gone} number={before.number} />}
    </div>
  );
}
