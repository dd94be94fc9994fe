import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../../app/query';
import { TicketDocument } from '../../../generated/graphql';
import { Loaded } from '../../../ui/loaded';
import { Explanation } from '../../explanation';
import type { Place } from './contribution-node';

/** How the ticket used its time under this promise: its clock, step by step. */
export function BehindTicket({ id, place, zone }: { id: string; place: Place; zone: string }) {
  const { t } = useTranslation();
  const found = useQuery(query(TicketDocument, { id }));
  return (
    <Loaded query={found}>
      {({ ticket }) => {
        const clock = ticket?.clocks.find(
          ({ commitment }) => commitment.slug === place.slug && commitment.service.slug === place.service,
        );
        if (!clock) return <p className="quiet">{t('performance.tree.noClock')}</p>;
        return <Explanation steps={clock.explanation} zone={zone} />;
      }}
    </Loaded>
  );
}
