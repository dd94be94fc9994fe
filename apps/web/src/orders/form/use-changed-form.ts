import { checkAnswers, fittingAnswers, formChanges, type OrderForm } from '@accord/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { operationName } from '../../app/query';
import { OrderableServiceDocument } from '../../generated/graphql';
import type { OrderValues } from '../order-values';
import type { OrderableService } from '../use-order-services';

/**
 * Keeps up with a form of a service that changes while one fills it in: what still fits stays, and one is told what changed.
 *
 * @param place Of the item in the order.
 * @param begun What had changed since the draft was kept.
 * @param isStale Whether the server has seen a newer form than this page.
 */
export function useChangedForm(
  place: number,
  { orderForm }: OrderableService,
  begun: readonly string[],
  isStale: boolean,
) {
  const client = useQueryClient();
  const form = useFormContext<OrderValues>();
  const answersAt = `items.${place}.answers` as const;
  const versionAt = `items.${place}.serviceVersionId` as const;
  const [told, setTold] = useState(begun);
  const [filled, setFilled] = useState(orderForm);
  const live = orderForm?.serviceVersionId ?? null;

  if ((filled?.serviceVersionId ?? null) !== live) {
    const changes = formChanges(formOf(filled), formOf(orderForm), form.getValues(answersAt));
    setFilled(orderForm);
    if (changes.length > 0) setTold(changes.map(({ sentence }) => sentence));
  }

  useEffect(() => {
    if (isStale) void client.invalidateQueries({ queryKey: [operationName(OrderableServiceDocument)] });
  }, [isStale, client]);

  const takeOver = useEffectEvent(() => {
    if (form.getValues(versionAt) === live) return;
    const [asked, answers] = [formOf(orderForm), form.getValues(answersAt)];
    // What is hidden stays here until it is sent, so that the order says what it left out.
    const hidden = checkAnswers(asked, answers).dropped.map(({ field }) => [field, answers[field]]);
    form.setValue(answersAt, { ...Object.fromEntries(hidden), ...fittingAnswers(asked, answers) });
    form.setValue(versionAt, live);
  });
  useEffect(() => takeOver(), [live, isStale]);

  return told;
}

const formOf = (asked: OrderableService['orderForm']) => (asked?.form ?? null) as OrderForm | null;
