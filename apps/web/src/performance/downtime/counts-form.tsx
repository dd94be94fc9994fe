import { zodResolver } from '@hookform/resolvers/zod';
import { Group, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import { RecordCountsDocument } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FormPage } from '../../ui/form-page';
import { NumberField } from '../../ui/number-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { shownZone } from '../../ui/shown-zone';
import { instantOfWall } from '../wall-time';
import { seriesOf, type CountedCommitment } from './counts-tab';

const needed = z.string('ui.form.required').trim().min(1, 'ui.form.required');
const count = z.number('ui.form.required').int('ui.form.decimal').min(0, 'ui.form.decimal');
const schema = z.object({ series: needed, from: needed, to: needed, good: count, total: count, reason: z.string() });

/** One count: how many events there were in a stretch of time, and how many of them were good. */
export function CountsForm({ commitments }: { commitments: CountedCommitment[] }) {
  const { t } = useTranslation();
  const zone = shownZone();
  const record = useAct(RecordCountsDocument, { done: t('performance.counts.recorded') });
  const options = [
    ...new Map(
      commitments.map((commitment) => [
        `${commitment.service.id} ${seriesOf(commitment)}`,
        `${commitment.service.name}: ${seriesOf(commitment)}`,
      ]),
    ),
  ].map(([value, label]) => ({ value, label }));
  const defaultValues = { series: options[0]?.value ?? '', from: '', to: '', good: null, total: null, reason: '' };
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: defaultValues as never,
  });
  const send = async ({ series: chosen, from, to, good, total, reason }: z.output<typeof schema>) => {
    const [serviceId = '', ...series] = chosen.split(' ');
    await record.mutateAsync({
      input: {
        serviceId,
        series: series.join(' '),
        from: instantOfWall(from, zone),
        to: instantOfWall(to, zone),
        good,
        total,
        reason: reason || null,
      },
    });
    // The next count usually begins where this one ended.
    form.reset({ series: chosen, from: to, to: '', good: null as never, total: null as never, reason: '' });
  };
  return (
    <FormPage form={form} onSubmit={send} submit={t('performance.counts.submit')}>
      <Text size="sm" className="quiet">
        {t('performance.counts.words', { zone })}
      </Text>
      <SelectField name="series" label={t('performance.counts.series')} options={options} required />
      <Group grow align="flex-start">
        <DateField name="from" label={t('performance.from')} withTime required />
        <DateField name="to" label={t('performance.to')} withTime required />
      </Group>
      <Group grow align="flex-start">
        <NumberField name="good" label={t('performance.counts.good')} min={0} whole required />
        <NumberField name="total" label={t('performance.counts.total')} min={0} whole required />
      </Group>
      <TextField name="reason" label={t('ui.confirm.reason')} description={t('performance.counts.reasonHint')} />
    </FormPage>
  );
}
