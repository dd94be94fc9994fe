import type { LeftOutQuery, RuleBrokenFragment } from '../../generated/graphql';

/** Time of a period that does not count, or would not once it is approved. */
export type LeftOut = {
  id: string;
  kind: 'maintenance' | 'exclusion';
  from: string;
  to: string;
  label: string;
  waiting: boolean;
  by?: string;
  /** What of it counts all the same. */
  broken?: RuleBrokenFragment[];
};

/** Maintenance that took place, and exclusions approved or waiting, that touch the period; in order of time. @param of Name of the agreement. */
export function leftOutOf(
  { exclusions, maintenances }: LeftOutQuery,
  { from, to }: { from: string; to: string },
  of: string,
): LeftOut[] {
  const asked = exclusions.edges
    .filter(({ node }) => node.state === 'APPROVED' || node.state === 'PROPOSED')
    .map(({ node }): LeftOut => ({
      id: node.id,
      kind: 'exclusion',
      from: node.from,
      to: node.to,
      label: node.reason,
      waiting: node.state === 'PROPOSED',
      by: node.proposedBy.name,
    }));
  const announced = maintenances.edges
    .filter(({ node }) => !node.cancelledAt)
    .map(({ node }): LeftOut => ({
      id: node.id,
      kind: 'maintenance',
      from: node.from,
      to: node.to,
      label: node.description,
      waiting: false,
      broken: node.rulesBroken.filter(({ agreement }) => agreement === of),
    }));
  const touching = (stretch: LeftOut) => stretch.from < to && stretch.to > from;
  return [...announced, ...asked].filter(touching).sort((a, b) => a.from.localeCompare(b.from));
}
