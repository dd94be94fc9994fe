import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { HoldReviewDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import type { ReviewOnPage } from './review-page';

const schema = z.object({ minutes: needed });

/** The meeting took place: its minutes. Decisions and actions follow. */
export function HoldForm({ review: { id } }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const hold = useAct(HoldReviewDocument, { done: t('governance.heldDone') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { minutes: '' } });
  const draft = useKeptDraft(form, `review-minutes:${id}`);
  return (
    <Panel title={t('governance.hold')} description={t('governance.holdWords')}>
      <FormPage
        form={form}
        submit={t('governance.hold')}
        onSubmit={async (values) => {
          await hold.mutateAsync({ id, ...values });
          draft.forget();
        }}
      >
        <TextField name="minutes" label={t('governance.minutes')} rows={5} required />
      </FormPage>
    </Panel>
  );
}
