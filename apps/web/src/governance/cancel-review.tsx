import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { CancelReviewDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';

const schema = z.object({ reason: needed });

/** A planned review does not take place. */
export function CancelReview({ id }: { id: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('governance.cancel')}
      </Button>
      {asking && <CancelDialog id={id} onClose={() => setAsking(false)} />}
    </>
  );
}

function CancelDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const cancel = useAct(CancelReviewDocument, { done: t('governance.cancelled') });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: '' } });
  return (
    <FormDialog
      title={t('governance.cancel')}
      form={form}
      submit={t('governance.cancel')}
      onSubmit={async (values) => {
        await cancel.mutateAsync({ id, ...values });
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{t('governance.cancelWords')}</Text>
      <TextField name="reason" label={t('governance.cancelReason')} rows={3} required />
    </FormDialog>
  );
}
