import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { PutCommitmentDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { useKeptDraft } from '../ui/use-kept-draft';
import type { AgreementOnPage, Version } from './agreement-page';
import { CommitmentFields } from './commitment-fields';
import { commitmentSchema, formOf, inputOf } from './commitment-form';

type Props = {
  agreement: AgreementOnPage;
  version: Version;
  /** `new`, or `service/commitment`. */
  slug: string;
  onClose: () => void;
};

/** Writes one commitment into a draft: what is measured, what is promised, how it is judged, what missing it costs. */
export function CommitmentEditor({ agreement, version, slug, onClose }: Props) {
  const { t } = useTranslation();
  const known = version.commitments.find(({ commitment }) => `${commitment.service.slug}/${commitment.slug}` === slug);
  // As it was when the form was opened: whatever somebody changes meanwhile is not overwritten.
  const [revision] = useState(version.revision);
  const put = useAct(PutCommitmentDocument, { done: t('agreements.put') });
  const form = useForm({
    resolver: zodResolver(commitmentSchema),
    defaultValues: formOf(known ?? null),
  });
  const draft = useKeptDraft(form, `commitment:${version.id}:${slug}`);
  const close = () => {
    draft.forget();
    onClose();
  };
  return (
    <Panel title={known ? t('agreements.changeCommitment', { name: known.name }) : t('agreements.addCommitment')}>
      <FormPage
        form={form}
        submit={t('agreements.putSubmit')}
        onSubmit={async (values) => {
          const { underpinnedBy, ...input } = inputOf(values);
          // Left out it stays as it is, also what of it the viewer may not see.
          const named = form.formState.dirtyFields.underpinnedBy ? { underpinnedBy } : {};
          await put.mutateAsync({ versionId: version.id, input: { ...input, ...named, revision } });
          close();
        }}
        cancel={
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <CommitmentFields currency={agreement.currency} known={known ?? null} />
      </FormPage>
    </Panel>
  );
}
