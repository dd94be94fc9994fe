import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../../app/query';
import { ContributionBehindDocument } from '../../../generated/graphql';
import { formatInstant } from '../../../ui/format-instant';
import { Loaded } from '../../../ui/loaded';
import { Pager } from '../../../ui/pager';
import type { Place } from './contribution-node';
import { KeptRuns } from './kept-runs';
import { Measurements } from './measurements';

/** The record of an outage, or the measurements themselves: nothing is below them. */
export function BehindContribution({ place, zone }: { place: Place; zone: string }) {
  const { t } = useTranslation();
  const [cursor, setCursor] = useState<string>();
  const found = useQuery(query(ContributionBehindDocument, { ...place, after: cursor }));
  return (
    <Loaded query={found}>
      {({ commitment }) => {
        const node = commitment?.result?.contributions.edges[0]?.node;
        const at = (instant: string) => formatInstant(instant, { zone });
        if (node?.outage) {
          const { cause, from, to, recordedAt, endedAt } = node.outage;
          return (
            <p>
              {t(endedAt ? 'performance.tree.withdrawn' : to ? 'performance.tree.outage' : 'performance.tree.lasting', {
                cause,
                from: at(from),
                to: to && at(to),
                recordedAt: at(recordedAt),
              })}
            </p>
          );
        }
        const page = node?.measurements;
        const kept = node?.keptRuns;
        if (!page || (page.edges.length === 0 && !kept))
          return <p className="quiet">{t('performance.tree.notShown')}</p>;
        return (
          <>
            {kept && <KeptRuns kept={kept} zone={zone} />}
            {page.edges.length > 0 && <Measurements rows={page.edges.map((edge) => edge.node)} zone={zone} />}
            {(cursor || page.pageInfo.hasNextPage) && <Pager page={page} cursor={cursor} onPage={setCursor} />}
          </>
        );
      }}
    </Loaded>
  );
}
