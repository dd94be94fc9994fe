import { Anchor } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useViewer } from '../../app/session';
import { FindingsDocument } from '../../generated/graphql';
import { RiskNote } from '../../ui/risk-note';
import { findingSentence } from './finding-words';
import './words';

/** Sources of a service from which nothing comes any longer: what they would have said is in no figure. */
export function SilentSources({ serviceId, zone }: { serviceId: string; zone: string }) {
  const { t } = useTranslation();
  const { viewerCanMeasure } = useViewer();
  const found = useQuery(query(FindingsDocument, { kind: 'SILENT_SOURCE', state: 'OPEN', serviceId, first: 5 }));
  const silent = found.data?.findings.edges.map(({ node }) => node) ?? [];
  if (silent.length === 0) return null;
  return (
    <RiskNote icon={IconClockExclamation}>
      {silent.map((finding) => (
        <div key={finding.id}>
          {finding.subject?.path && viewerCanMeasure ? (
            <Anchor component={Link} inherit underline="always" c="inherit" to={finding.subject.path}>
              {finding.subject.name}
            </Anchor>
          ) : (
            finding.subject?.name
          )}
          : {findingSentence(finding, zone)}
        </div>
      ))}
      {t('findings.notInFigure')}
    </RiskNote>
  );
}
