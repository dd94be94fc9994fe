import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../app/link-button';
import { query } from '../../app/query';
import { useViewer } from '../../app/session';
import { OpenFindingsDocument } from '../../generated/graphql';
import './words';

/** How many findings are open, where there are any that the viewer may read. */
export function FindingsLink() {
  const { t } = useTranslation();
  const { viewerCanSeeEvidence } = useViewer();
  const found = useQuery({ ...query(OpenFindingsDocument, {}), enabled: viewerCanSeeEvidence });
  const count = found.data?.findings.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <LinkButton to="/commitments/findings" variant="default" size="xs">
      {t('findings.link', { count })}
    </LinkButton>
  );
}
