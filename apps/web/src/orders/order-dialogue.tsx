import { Stack } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { AnswerQuestionDocument, CommentOnOrderDocument, OrderPageDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { Timeline } from '../ui/timeline';
import { dialogueOf } from './dialogue-of';
import type { OrderOnPage } from './order-page';

/** What was asked, answered and said about the order, and the place to say more; whoever is asked answers here. */
export function OrderDialogue({ order }: { order: OrderOnPage }) {
  const { t } = useTranslation();
  const said = dialogueOf(order);
  const { viewerCanAnswer, viewerCanComment } = order;
  if (said.length === 0 && !viewerCanComment && !viewerCanAnswer) return null;
  return (
    <Panel title={t('orders.dialogue.title')}>
      <Stack gap="md">
        {said.length > 0 && (
          <Timeline
            entries={said.map(({ id, at, kind, name, text }) => ({
              id,
              at,
              title: t(`orders.dialogue.${kind}`, { name }),
              body: text,
              tone: kind === 'asked' ? 'warning' : undefined,
            }))}
          />
        )}
        {viewerCanAnswer ? (
          <Answer key="answer" order={order} />
        ) : (
          viewerCanComment && <Comment key={order.comments.length} order={order} />
        )}
      </Stack>
    </Panel>
  );
}

function Answer({ order: { id, number } }: { order: OrderOnPage }) {
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

function Comment({ order: { id } }: { order: OrderOnPage }) {
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
