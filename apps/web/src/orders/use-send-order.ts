import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { operationName } from '../app/query';
import { useAct } from '../app/use-act';
import { QuoteOrderDocument, SubmitOrderDocument, type QuoteOrderQuery } from '../generated/graphql';
import { Refused, type Refusal } from '../ui/refused';
import type { SavedDraftOf } from './use-saved-draft';

type Options<Values extends FieldValues> = {
  saved: SavedDraftOf<Values>;
  quote: UseQueryResult<QuoteOrderQuery>;
  /** What this tab kept is needed no more. */
  forget: () => void;
  /** A refusal of an item, at the field of the page that it is about. */
  place: (refusal: Refusal, values: Values) => Refusal;
};

/** Saves what stands in the form and submits it, at the price that was shown; then leads to the order. */
export function useSendOrder<Values extends FieldValues>({ saved, quote, forget, place }: Options<Values>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const submit = useAct(SubmitOrderDocument);
  return async (values: Values) => {
    try {
      const order = await saved.save(values);
      // What one saw is what one signs: the plan may have changed while the form stood open.
      if (order.cost?.total.amount !== quote.data?.quoteOrder.cost.total.amount)
        throw new Refused([{ code: 'PRICE_CHANGED', field: [], message: t('orders.form.priceChanged') }]);
      await submit.mutateAsync({ id: order.id, version: order.version });
      forget();
      await navigate({ to: '/orders/$id', params: { id: order.id } });
    } catch (error) {
      await saved.renew();
      await client.invalidateQueries({ queryKey: [operationName(QuoteOrderDocument)] });
      throw error instanceof Refused ? new Refused(error.refusals.map((refusal) => place(refusal, values))) : error;
    }
  };
}
