import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AnswerQuestionDocument, CommentOnOrderDocument, OrderPageDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { TextField } from '../ui/text-field';
import type { OrderOnPage } from './order-page';

/** Whoever is asked answers. */
export function AnswerForm({ order: { id, number } }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(z.object({ answer: needed })), defaultValues: { answer: '' } });
  const answer = useAct(AnswerQuestionDocument, { done: t('orders.act.answerDone', { number }) });
  return (
    <FormPage form={form} submit={t('orders.act.answer')} onSubmit={(said) => answer.mutateAsync({ id, ...said })}>
      <TextField
        name="answer"
        label={t('orders.act.answerLabel')}
        description={t('orders.act.answerWords')}
        rows={3}
        required
      />
    </FormPage>
  );
}

/** Says something to all who follow the order. */
export function CommentForm({ order: { id } }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(z.object({ comment: needed })), defaultValues: { comment: '' } });
  const comment = useAct(CommentOnOrderDocument, {
    changes: [OrderPageDocument],
    done: t('orders.dialogue.sent'),
    onDone: () => form.reset(),
  });
  return (
    <FormPage
      form={form}
      submit={t('orders.dialogue.send')}
      onSubmit={(said) => comment.mutateAsync({ id, text: said.comment })}
    >
      <TextField name="comment" label={t('orders.dialogue.comment')} rows={2} required />
    </FormPage>
  );
}
