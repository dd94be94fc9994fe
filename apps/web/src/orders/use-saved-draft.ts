import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { request } from '../app/request';
import { useAct } from '../app/use-act';
import {
  ChangeOrderDraftDocument,
  DraftOrderDocument,
  type DraftOrderInput,
  OrderDraftDocument,
  OrdersDocument,
  type SavedDraftFragment,
} from '../generated/graphql';

const afterMs = 2000;
type Options<Values extends FieldValues> = {
  form: UseFormReturn<Values, unknown, Values>;
  /** As the server is asked; null while it could not read it. */
  inputOf: (values: Values) => DraftOrderInput | null;
  begunWith: SavedDraftFragment | null;
  onFirst: (id: string) => void;
};
export type SavedDraftOf<Values extends FieldValues> = ReturnType<typeof useSavedDraft<Values>>;

/** Keeps what is in the form as a draft order: two seconds after the last change by itself, or when asked. */
export function useSavedDraft<Values extends FieldValues>({ form, inputOf, begunWith, onFirst }: Options<Values>) {
  const { t } = useTranslation();
  const draft = useAct(DraftOrderDocument, { changes: [OrdersDocument] });
  const change = useAct(ChangeOrderDraftDocument, { changes: [OrdersDocument] });
  const [order, setOrder] = useState(begunWith);
  const [trouble, setTrouble] = useState<string | null>(null);
  const latest = useRef(begunWith);
  const kept = useRef(JSON.stringify(form.getValues()));
  // One save after the other: each sends the version that the one before it made.
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const keep = (next: SavedDraftFragment) => {
    latest.current = next;
    setOrder(next);
    setTrouble(null);
    return next;
  };
  const write = async (values: Values): Promise<SavedDraftFragment> => {
    const before = latest.current;
    const text = JSON.stringify(values);
    if (before && text === kept.current) return before;
    const input = inputOf(values)!;
    const answer = before
      ? (await change.mutateAsync({ id: before.id, version: before.version, input })).changeOrderDraft
      : (await draft.mutateAsync({ input })).draftOrder;
    kept.current = text;
    if (!before) onFirst(answer.order!.id);
    return keep(answer.order!);
  };
  const save = (values: Values): Promise<SavedDraftFragment> => {
    const next = last.current.catch(() => undefined).then(() => write(values));
    last.current = next;
    return next;
  };

  const values = useWatch({ control: form.control });
  const text = JSON.stringify(values);
  const saveByItself = useEffectEvent(() => {
    const now = form.getValues();
    if (!inputOf(now) || form.formState.isSubmitting) return;
    save(now).catch((error: Error) => setTrouble(error.message));
  });
  useEffect(() => {
    if (text === kept.current) return;
    const timer = window.setTimeout(() => saveByItself(), afterMs);
    return () => window.clearTimeout(timer);
  }, [text]);

  return {
    save,
    /** Takes over what the server has, after it refused something older. */
    renew: async () => {
      if (!latest.current) return;
      const { order: now } = await request(OrderDraftDocument, { id: latest.current.id });
      if (now) keep(now);
    },
    id: order?.id ?? null,
    version: order?.version ?? null,
    /** Items whose form the server has in a newer version than the one that was filled in. */
    stale: order?.items.map(({ formChanges }) => formChanges.length > 0) ?? [],
    words: trouble
      ? t('orders.form.notSaved', { why: trouble })
      : order && t('orders.form.saved', { number: order.number }),
  };
}
