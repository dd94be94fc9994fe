import { useEffect, useEffectEvent } from 'react';
import { useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { DraftOrderInput } from '../generated/graphql';
import type { Refusal } from '../ui/refused';
import { useKeptDraft } from '../ui/use-kept-draft';
import type { OrderDraft } from './order-form';
import { useQuote } from './use-quote';
import { useSavedDraft } from './use-saved-draft';
import { useSendOrder } from './use-send-order';

type Options<Values extends FieldValues> = {
  form: UseFormReturn<Values, unknown, Values>;
  /** As the server is asked; null while it could not read it. */
  inputOf: (values: Values) => DraftOrderInput | null;
  begunWith: OrderDraft | null;
  onFirst: (id: string) => void;
  /** Where the order begins: what one comes from is kept apart from other orders that are begun. */
  begunAt: string;
  /** A refusal of an item, at the field of the page that it is about. */
  place: (refusal: Refusal, values: Values) => Refusal;
};

/** An order in the making: what stands in the form saves itself as a draft, is quoted as it changes, and is sent. */
export function useDraftedOrder<Values extends FieldValues>({ form, begunAt, place, ...draft }: Options<Values>) {
  const saved = useSavedDraft({ form, ...draft });
  const kept = useKeptDraft(form, `order:${saved.id ?? begunAt}`);
  const forgetSaved = useEffectEvent(() => kept.forget());
  useEffect(() => forgetSaved(), [saved.version]);
  const values = useWatch({ control: form.control }) as Values;
  const { quote, underWay } = useQuote(draft.inputOf(values), saved.version);
  const send = useSendOrder({ saved, quote, forget: kept.forget, place });
  return { values, quote, stale: saved.stale, frame: { form, waiting: underWay, onSubmit: send, saved: saved.words } };
}
