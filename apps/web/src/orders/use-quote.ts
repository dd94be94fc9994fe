import { useQuery } from '@tanstack/react-query';
import { operationName } from '../app/query';
import { request } from '../app/request';
import { OrderQuoteDocument } from '../generated/graphql';
import type { OrderValues } from './order-form';
import { useSettled } from './use-settled';

/**
 * What the order would cost as it stands in the form, and who would decide.
 *
 * @param version Of the saved draft: after each save prices are asked for anew, so that none older than it is shown.
 */
export function useQuote({ planId, quantity, beneficiaryId, unitId }: OrderValues, version: number | null) {
  const wanted = { input: { planId, quantity, beneficiaryId, unitId, reason: '' }, version };
  const asked = useSettled(wanted);
  const { input } = asked;
  const whole = Number.isInteger(input.quantity) && input.quantity >= 1 && input.quantity <= 100_000;
  const quote = useQuery({
    queryKey: [operationName(OrderQuoteDocument), asked],
    queryFn: ({ signal }) => request(OrderQuoteDocument, { input }, signal),
    enabled: input.planId !== '' && whole && Boolean(input.beneficiaryId),
    retry: false,
  });
  const settling = JSON.stringify(asked) !== JSON.stringify(wanted);
  return { quote, underWay: settling || (quote.isPending && quote.fetchStatus === 'fetching') };
}
