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
export function useQuote(values: OrderValues, version: number | null) {
  const { planId, quantity, answers, serviceVersionId, beneficiaryId, unitId } = values;
  const item = { planId, quantity, ...(serviceVersionId && { answers, serviceVersionId }) };
  const input = { items: [item], beneficiaryId, unitId, reason: '' };
  const wanted = { input, version };
  const asked = useSettled(wanted);
  const { planId: plan, quantity: count } = asked.input.items[0]!;
  const whole = Number.isInteger(count) && count >= 1 && count <= 100_000;
  const quote = useQuery({
    queryKey: [operationName(QuoteOrderDocument), asked],
    queryFn: ({ signal }) => request(QuoteOrderDocument, { input: asked.input }, signal),
    enabled: plan !== '' && whole && Boolean(asked.input.beneficiaryId),
    retry: false,
  });
  const settling = JSON.stringify(asked) !== JSON.stringify(wanted);
  return { quote, underWay: settling || (quote.isPending && quote.fetchStatus === 'fetching') };
}
