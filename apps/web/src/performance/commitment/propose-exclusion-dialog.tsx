import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import { ProposeExclusionDocument, type ProposeExclusionMutation } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { Dialog } from '../../ui/dialog';
import { FieldRow } from '../../ui/field-row';
import { FormPage } from '../../ui/form-page';
import { TextField } from '../../ui/text-field';
import { ExclusionEffect } from '../exclusions/exclusion-effect';
import { instantOfWall, wallOf } from '../wall-time';
import type { Commitment, Result } from './result-keys';

const schema = z.object({
  from: z.string('ui.form.required').min(1, 'ui.form.required'),
  to: z.string('ui.form.required').min(1, 'ui.form.required'),
  reason: z.string().trim().min(1, 'ui.form.required'),
  evidence: z.string(),
});

type Props = { commitment: Commitment; result: Result; onClose: () => void };
type Proposed = NonNullable<ProposeExclusionMutation['proposeExclusion']['exclusion']>;

/** Asks that time does not count; somebody else decides. Says what it would change once it is asked for. */
export function ProposeExclusionDialog({ commitment, result, onClose }: Props) {
  const { t } = useTranslation();
  const zone = result.timeZone;
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const act = useAct(ProposeExclusionDocument, {
    onDone: ({ proposeExclusion }) => setProposed(proposeExclusion.exclusion ?? null),
  });
  const start = wallOf(result.from, zone);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { from: start, to: '', reason: '', evidence: '' },
  });
  const send = ({ from, to, reason, evidence }: z.output<typeof schema>) =>
    act.mutateAsync({
      input: {
        commitmentId: commitment.id,
        from: instantOfWall(from, zone),
        to: instantOfWall(to, zone),
        reason,
        evidence: evidence.trim() || null,
      },
    });

  return (
    <Dialog opened title={t('performance.exclude.title')} onClose={onClose} size="lg">
      {proposed ? (
        <Stack gap="md">
          <Text>{t('performance.exclude.waits')}</Text>
          <ExclusionEffect
            before={proposed.figureBefore ?? null}
            after={proposed.figureAfter ?? null}
            target={result.target}
            comparator={result.terms.comparator}
          />
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
          <TextField
            name="reason"
            label={t('performance.exclude.reason')}
            description={t('performance.exclude.reasonHint')}
            rows={3}
            required
          />
          <TextField
            name="evidence"
            label={t('performance.exclude.evidence')}
            description={t('performance.exclude.evidenceHint')}
            rows={2}
          />
        </FormPage>
      )}
    </Dialog>
  );
}
