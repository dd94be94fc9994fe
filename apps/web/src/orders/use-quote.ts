import { useQuery } from '@tanstack/react-query';
import { operationName } from '../app/query';
import { request } from '../app/request';
import { QuoteOrderDocument } from '../generated/graphql';
import type { OrderValues } from './order-form';
import { useSettled } from './use-settled';

/**
 * What the order would cost as it stands in the form, and who would decide.
 *
 * @param version Of the saved draft: after each save prices are asked for anew, so that none older than it is shown.
 */
export function useQuote({ planId, quantity, beneficiaryId, unitId }: OrderValues, version: number | null) {
  const input = { items: [{ planId, quantity }], beneficiaryId, unitId, reason: '' };
  const wanted = { input, version };
  const asked = useSettled(wanted);
  const [item] = asked.input.items;
  const whole = Number.isInteger(item!.quantity) && item!.quantity >= 1 && item!.quantity <= 100_000;
  const quote = useQuery({
    queryKey: [operationName(QuoteOrderDocument), asked],
    queryFn: ({ signal }) => request(QuoteOrderDocument, { input: asked.input }, signal),
    enabled: item!.planId !== '' && whole && Boolean(asked.input.beneficiaryId),
    retry: false,
  });
  const settling = JSON.stringify(asked) !== JSON.stringify(wanted);
  return { quote, underWay: settling || (quote.isPending && quote.fetchStatus === 'fetching') };
}
