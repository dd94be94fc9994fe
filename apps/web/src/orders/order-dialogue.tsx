import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { Timeline } from '../ui/timeline';
import { dialogueOf } from './dialogue-of';
import type { OrderOnPage } from './order-page';

const Answer = onDemand(() => import('./order-dialogue-forms').then((module) => module.AnswerForm));
const Comment = onDemand(() => import('./order-dialogue-forms').then((module) => module.CommentForm));

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
