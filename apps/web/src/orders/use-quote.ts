import { useQuery } from '@tanstack/react-query';
import { operationName } from '../app/query';
import { request } from '../app/request';
import { QuoteOrderDocument } from '../generated/graphql';
import { inputOf, isWhole, type OrderValues } from './order-values';
import { useSettled } from './use-settled';

/**
 * What the order would cost as it stands in the form, and who would decide.
 *
 * @param version Of the saved draft: after each save prices are asked for anew, so that none older than it is shown.
 */
export function useQuote(values: OrderValues, version: number | null) {
  const wanted = { values: { ...values, reason: '' }, version };
  const asked = useSettled(wanted);
  const quote = useQuery({
    queryKey: [operationName(QuoteOrderDocument), asked],
    queryFn: ({ signal }) => request(QuoteOrderDocument, { input: inputOf(asked.values) }, signal),
    enabled: isWhole(asked.values),
    retry: false,
  });
  const settling = JSON.stringify(asked) !== JSON.stringify(wanted);
  return { quote, underWay: settling || (quote.isPending && quote.fetchStatus === 'fetching') };
}
