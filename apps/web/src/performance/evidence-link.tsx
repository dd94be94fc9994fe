import { Anchor } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isOutside } from '../app/is-outside';
import { useViewer } from '../app/session';
import type { EvidenceKind } from '../generated/graphql';

export type Evidence = { kind: EvidenceKind; id: string; label: string };

/** What a link needs to know that evidence does not carry. */
export type EvidenceContext = {
  serviceId?: string;
  calendarSlug?: string;
  /** Not given where the viewer may not open it. */
  agreementSlug?: string;
  version?: number;
  /** Where the counts are of values, which people neither enter nor list. */
  ofValues?: boolean;
  /** Whether the viewer may open outages, tickets and exclusions; where nobody said, as they may anywhere. */
  behind?: boolean;
};

/** Leads from a figure to what it rests on; plain words where no screen shows it, or not to this viewer. */
export function EvidenceLink({ evidence, context = {} }: { evidence: Evidence; context?: EvidenceContext }): ReactNode {
  const viewer = useViewer();
  const { behind = viewer.viewerCanSeeEvidence } = context;
  const target = mayOpen(evidence, behind, isOutside(viewer)) ? targetOf(evidence, context) : null;
  if (!target) return <span>{evidence.label}</span>;
  return (
    <Anchor component={Link} {...(target as object)}>
      {evidence.label}
    </Anchor>
  );
}

function mayOpen({ kind }: Evidence, behind: boolean, outside: boolean): boolean {
  if (kind === 'CALENDAR') return !outside;
  return kind === 'COMMITMENT_TERMS' || behind;
}

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

function targetOf({ kind, id }: Evidence, context: EvidenceContext): Target | null {
  const { serviceId: service, calendarSlug, agreementSlug, version, ofValues } = context;
  switch (kind) {
    case 'TICKET':
      return { to: '/tickets/$id', params: { id } };
    case 'OUTAGE':
      return { to: '/manage/downtime', search: { service, tab: 'outages' } };
    case 'MAINTENANCE':
      return { to: '/manage/downtime', search: { service, tab: 'maintenance' } };
    case 'COUNT':
      return ofValues ? null : { to: '/manage/downtime', search: { service, tab: 'counts' } };
    case 'EXCLUSION':
      return { to: '/commitments/exclusions', search: { state: 'APPROVED' } };
    case 'CALENDAR':
      return calendarSlug ? { to: '/manage/calendars/$slug', params: { slug: calendarSlug } } : null;
    case 'COMMITMENT_TERMS':
      return agreementSlug
        ? { to: '/agreements/$slug', params: { slug: agreementSlug }, search: { version: version as never } }
        : null;
    case 'ANSWERS':
    case 'PROBE':
      return null;
  }
}
