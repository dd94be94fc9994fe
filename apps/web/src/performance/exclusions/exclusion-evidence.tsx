import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExclusionRowFragment } from '../../generated/graphql';
import { EvidenceLink } from '../evidence-link';
import classes from './exclusions-page.module.css';

type Evidence = ExclusionRowFragment['evidence'][number];

/** What shows why the time should not count, each where it can be looked at. */
export function ExclusionEvidence({ evidence, serviceId }: { evidence: Evidence[]; serviceId: string }) {
  const { t } = useTranslation();
  if (evidence.length === 0) return <div className="quiet">{t('performance.exclusions.noEvidence')}</div>;
  return (
    <ul className={classes.evidence} aria-label={t('performance.exclude.evidence')}>
      {evidence.map((one) => (
        <li key={`${one.kind} ${one.label}`}>
          <span className="quiet">{t(`performance.exclude.kind.${one.kind}`)}</span>{' '}
          <Shown evidence={one} serviceId={serviceId} />
        </li>
      ))}
    </ul>
  );
}

function Shown({ evidence: { kind, id, label }, serviceId }: { evidence: Evidence; serviceId: string }) {
  if (kind === 'NOTE') return <span className={classes.reason}>{label}</span>;
  if (kind === 'LINK')
    return (
      <Anchor href={label} target="_blank" rel="noopener noreferrer" className={classes.reason} inherit>
        {label}
      </Anchor>
    );
  if (kind === 'FILE')
    return (
      <Anchor href={`/evidence/${id}`} download={label} className={classes.reason} inherit>
        {label}
      </Anchor>
    );
  return <EvidenceLink evidence={{ kind, id: id ?? '', label }} context={{ serviceId }} />;
}
