import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import {
  ExclusionCategoryCodes,
  ProposeExclusionDocument,
  type ExclusionEvidenceInput,
  type ProposeExclusionMutation,
} from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FieldRow } from '../../ui/field-row';
import { FormPage } from '../../ui/form-page';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { TypedDialog } from '../../ui/typed-dialog';
import { PeriodEffects } from '../exclusions/period-effects';
import { useUpload } from '../imports/use-upload';
import { instantOfWall, wallOf } from '../wall-time';
import { EvidenceFields } from './evidence-fields';
import { keyOf, type Commitment, type Result } from './result-keys';

const schema = z.object({
  from: z.string('ui.form.required').min(1, 'ui.form.required'),
  to: z.string('ui.form.required').min(1, 'ui.form.required'),
  category: z.enum(ExclusionCategoryCodes, 'ui.form.required'),
  reason: z.string().trim().min(1, 'ui.form.required'),
  here: z.array(z.string()),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'performance.exclude.urlHint' })]),
  note: z.string().trim(),
});
type Values = z.output<typeof schema>;

type Props = { commitment: Commitment; result: Result; onClose: () => void };
type Proposed = NonNullable<ProposeExclusionMutation['proposeExclusion']['exclusion']>;

/** Asks that time does not count; somebody else decides. Says what it would change once it is asked for. */
export function ProposeExclusionDialog({ commitment, result, onClose }: Props) {
  const { t } = useTranslation();
  const zone = result.timeZone;
  const { upload, pick } = useUpload();
  const agreed = result.terms.version.exclusionCategories ?? ExclusionCategoryCodes;
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const act = useAct(ProposeExclusionDocument, {
    onDone: ({ proposeExclusion }) => setProposed(proposeExclusion.exclusion ?? null),
  });
  const start = wallOf(result.from, zone);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { from: start, to: '', category: undefined, reason: '', here: [], url: '', note: '' },
  });
  const send = ({ from, to, category, reason, ...shown }: Values) =>
    act.mutateAsync({
      input: {
        commitmentId: commitment.id,
        from: instantOfWall(from, zone),
        to: instantOfWall(to, zone),
        category,
        reason,
        evidence: evidenceOf(shown, upload.state === 'sent' ? upload.id : null),
      },
    });

  return (
    <TypedDialog
      title={t('performance.exclude.title')}
      isDirty={!proposed && form.formState.isDirty}
      onClose={onClose}
      size="lg"
    >
      {proposed ? (
        <Stack gap="md">
          <Text>{t('performance.exclude.waits')}</Text>
          <PeriodEffects effects={proposed.effects} target={result.target} comparator={result.terms.comparator} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('ui.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <FormPage
          form={form}
          onSubmit={send}
          submit={t('performance.exclude.submit')}
          cancel={
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <Text size="sm" className="quiet">
            {t('performance.exclude.words', { zone })}
          </Text>
          <FieldRow>
            <DateField name="from" label={t('performance.from')} withTime required />
            <DateField name="to" label={t('performance.to')} withTime required />
          </FieldRow>
          <SelectField
            name="category"
            label={t('performance.exclude.categoryOf')}
            description={t(
              result.terms.version.exclusionCategories
                ? 'performance.exclude.categoryAgreed'
                : 'performance.exclude.categoryAny',
            )}
            options={agreed.map((value) => ({ value, label: t(`performance.exclude.category.${value}`) }))}
            required
          />
          <TextField
            name="reason"
            label={t('performance.exclude.reason')}
            description={t('performance.exclude.reasonHint')}
            rows={3}
            required
          />
          <EvidenceFields
            resultKey={keyOf(commitment, result)}
            serviceId={commitment.service.id}
            zone={zone}
            upload={upload}
            onPick={pick}
          />
        </FormPage>
      )}
    </TypedDialog>
  );
}

/** One piece of evidence for each thing named, as the input takes it. */
function evidenceOf(
  { here, url, note }: Pick<Values, 'here' | 'url' | 'note'>,
  uploadId: string | null,
): ExclusionEvidenceInput[] {
  const happened = here.map((value): ExclusionEvidenceInput => {
    const [field, id = ''] = value.split(':');
    if (field === 'ticketId') return { ticketId: id };
    return field === 'outageId' ? { outageId: id } : { maintenanceId: id };
  });
  return [...happened, ...(url ? [{ url }] : []), ...(note ? [{ note }] : []), ...(uploadId ? [{ uploadId }] : [])];
}
