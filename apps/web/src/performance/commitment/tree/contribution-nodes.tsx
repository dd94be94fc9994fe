import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../../app/query';
import { ResultContributionsDocument } from '../../../generated/graphql';
import { Loaded } from '../../../ui/loaded';
import { Pager } from '../../../ui/pager';
import type { EvidenceContext } from '../../evidence-link';
import type { ResultKey } from '../result-keys';
import { ContributionNode } from './contribution-node';
import classes from './tree.module.css';

const atOnce = 10;

/** The steps that are sums of contributions, and whether only those that cost budget belong to them. */
export const summed: Record<string, { onlyBad: boolean }> = {
  'availability.downtime': { onlyBad: true },
  'tickets.decided': { onlyBad: false },
  'tickets.missed': { onlyBad: true },
  'counts.sum': { onlyBad: false },
  'percentile.within': { onlyBad: false },
};

type Props = { resultKey: ResultKey; onlyBad: boolean; zone: string; context: EvidenceContext };

/** What a step was made of, what cost most first; each opens in its turn. */
export function ContributionNodes({ resultKey, onlyBad, zone, context }: Props) {
  const { t } = useTranslation();
  const [cursor, setCursor] = useState<string>();
  const found = useQuery(query(ResultContributionsDocument, { ...resultKey, first: atOnce, after: cursor, onlyBad }));
  return (
    <Loaded query={found}>
      {({ commitment }) => {
        const page = commitment?.result?.contributions;
        if (!page || page.edges.length === 0)
          return <p className="quiet">{t(`performance.tree.${page?.totalCount ? 'notYours' : 'nothing'}`)}</p>;
        return (
          <>
            <ul className={classes.nodes}>
              {page.edges.map(({ node }, index) => (
                <ContributionNode
                  key={node.id}
                  contribution={node}
                  // One is asked for by the one before it.
                  place={{ ...resultKey, onlyBad, place: page.edges[index - 1]?.cursor ?? cursor }}
                  zone={zone}
                  context={context}
                />
              ))}
            </ul>
            {page.totalCount > page.edges.length && <Pager page={page} cursor={cursor} onPage={setCursor} />}
          </>
        );
      }}
    </Loaded>
  );
}
