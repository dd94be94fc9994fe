import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { AnnotateCommitmentDocument } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FieldRow } from '../../ui/field-row';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/text-field';
import type { Commitment, Result } from '../commitment/result-keys';
import { instantOfWall, wallOf } from '../wall-time';

const schema = z.object({ from: needed, to: z.string().nullable(), words: needed.max(500) });

type Props = { commitment: Commitment; result: Result; onClose: () => void };

/** Writes on an instant, or a stretch, of the time of a result. */
export function AnnotateDialog({ commitment, result: { from, to, timeZone: zone }, onClose }: Props) {
  const { t } = useTranslation();
  const write = useAct(AnnotateCommitmentDocument, { done: t('annotations.added'), onDone: onClose });
  const [now] = useState(() => new Date().toISOString());
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { from: wallOf(now >= from && now < to ? now : from, zone), to: null, words: '' },
  });
  return (
    <FormDialog
      title={t('annotations.add')}
      form={form}
      submit={t('annotations.add')}
      onSubmit={(values) =>
        write.mutateAsync({
          input: {
            commitmentId: commitment.id,
            from: instantOfWall(values.from, zone),
            to: values.to ? instantOfWall(values.to, zone) : null,
            words: values.words,
          },
        })
      }
      onClose={onClose}
    >
      <Text size="sm" className="quiet">
        {t('annotations.dialogWords', { zone })}
      </Text>
      <FieldRow>
        <DateField name="from" label={t('annotations.from')} withTime required />
        <DateField name="to" label={t('annotations.to')} description={t('annotations.toHint')} withTime />
      </FieldRow>
      <TextField name="words" label={t('annotations.text')} rows={3} required />
    </FormDialog>
  );
}
