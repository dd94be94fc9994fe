import { useQuery } from '@tanstack/react-query';
import { operationName } from '../app/query';
import { request } from '../app/request';
import { QuoteOrderDocument, type DraftOrderInput } from '../generated/graphql';
import { useSettled } from './use-settled';

/**
 * What an order would cost, and who would decide.
 *
 * @param input null while the server could not read it.
 * @param version Of the saved draft: after each save prices are asked for anew, so that none older than it is shown.
 */
export function useQuote(input: DraftOrderInput | null, version: number | null) {
  const wanted = { input: input && { ...input, reason: '' }, version };
  const asked = useSettled(wanted);
  const quote = useQuery({
    queryKey: [operationName(QuoteOrderDocument), asked],
    queryFn: ({ signal }) => request(QuoteOrderDocument, { input: asked.input! }, signal),
    enabled: asked.input !== null,
    retry: false,
  });
  const settling = JSON.stringify(asked) !== JSON.stringify(wanted);
  return { quote, underWay: settling || (quote.isPending && quote.fetchStatus === 'fetching') };
}
