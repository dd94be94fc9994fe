import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import { ChangeOutageDocument, RecordOutageDocument } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FieldRow } from '../../ui/field-row';
import { FormDialog } from '../../ui/form-dialog';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { shownZone } from '../../ui/shown-zone';
import { instantOfWall, wallOf } from '../wall-time';
import { CountsNowhere } from './counts-nowhere';
import type { OutageRow } from './outages-tab';

const needed = z.string('ui.form.required').trim().min(1, 'ui.form.required');
const schema = z.object({
  serviceId: needed,
  from: needed,
  to: z.string().nullable(),
  cause: needed,
  reason: z.string(),
});
const changeSchema = schema.extend({ reason: needed });

type Props = {
  services: { value: string; label: string }[];
  service: string | undefined;
  /** The one to correct; a new one when missing. */
  outage: OutageRow | undefined;
  onClose: () => void;
};

/** Records an outage or corrects one; results of its time are judged again. */
export function OutageDialog({ services, service, outage, onClose }: Props) {
  const { t } = useTranslation();
  const zone = shownZone();
  const record = useAct(RecordOutageDocument, { done: t('performance.outage.recorded'), onDone: onClose });
  const change = useAct(ChangeOutageDocument, { done: t('performance.outage.changed'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(outage ? changeSchema : schema),
    defaultValues: {
      serviceId: outage?.service.id ?? service ?? '',
      from: outage ? wallOf(outage.from, zone) : '',
      to: outage?.to ? wallOf(outage.to, zone) : null,
      cause: outage?.cause ?? '',
      reason: '',
    },
  });
  const send = ({ serviceId, from: fromWall, to: toWall, cause, reason }: z.output<typeof schema>) => {
    // A field shows minutes; what was not touched keeps its seconds.
    const exact = (wall: string, known: string | null | undefined) =>
      known && wallOf(known, zone) === wall ? known : instantOfWall(wall, zone);
    const from = exact(fromWall, outage?.from);
    const to = toWall ? exact(toWall, outage?.to) : null;
    if (!outage) return record.mutateAsync({ input: { serviceId, from, to, cause } });
    return change.mutateAsync({ id: outage.id, input: { from, to, cause, reason } });
  };
  return (
    <FormDialog
      title={t(outage ? 'performance.outage.changeTitle' : 'performance.outage.record')}
      form={form}
      submit={t(outage ? 'performance.outage.save' : 'performance.outage.record')}
      onSubmit={send}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm" className="quiet">
        {t('performance.outage.words', { zone })}
      </Text>
      <SelectField
        name="serviceId"
        label={t('performance.downtime.service')}
        options={services}
        disabled={Boolean(outage)}
        required
      />
      {!outage && <CountsNowhere />}
      <FieldRow>
        <DateField name="from" label={t('performance.outage.from')} withTime required />
        <DateField name="to" label={t('performance.outage.to')} description={t('performance.outage.toHint')} withTime />
      </FieldRow>
      <TextField name="cause" label={t('performance.outage.cause')} required />
      {outage && (
        <TextField name="reason" label={t('ui.confirm.reason')} description={t('ui.confirm.reasonHint')} required />
      )}
    </FormDialog>
  );
}
