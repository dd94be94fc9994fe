import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { CommentOnReviewDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import type { ReviewOnPage } from './review-page';

/** The provider's words on its edition of the pack; its contact writes them here. */
export function CommentPanel({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { comment, commentedBy, commentedAt, commentedPack, viewerCanComment } = review;
  return (
    <Panel title={t('governance.comment')} description={viewerCanComment ? t('governance.commentHint') : undefined}>
      {comment !== null && (
        <Text mb={viewerCanComment ? 'md' : 0} component="div">
          <div style={{ whiteSpace: 'pre-wrap' }}>“{comment}”</div>
          <Text size="sm" className="quiet">
            {commentedBy?.name}
            {commentedAt && `, ${formatInstant(commentedAt)}`}
            {commentedPack !== null && `, ${t('governance.ofPack', { number: commentedPack })}`}
          </Text>
        </Text>
      )}
      {comment === null && !viewerCanComment && <Text className="quiet">{t('governance.noComment')}</Text>}
      {viewerCanComment && <CommentForm review={review} />}
    </Panel>
  );
}

const schema = z.object({ comment: needed });

function CommentForm({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const comment = useAct(CommentOnReviewDocument, { done: t('governance.commented') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { comment: review.comment ?? '' } });
  const draft = useKeptDraft(form, `review-comment:${review.id}`);
  return (
    <FormPage
      form={form}
      submit={t(review.comment === null ? 'governance.sendComment' : 'governance.replaceComment')}
      onSubmit={async (values) => {
        await comment.mutateAsync({ reviewId: review.id, ...values });
        draft.forget();
      }}
    >
      <TextField name="comment" label={t('governance.yourComment')} rows={4} required />
    </FormPage>
  );
}
