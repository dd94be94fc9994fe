import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import { AnnounceMaintenanceDocument, type RuleBrokenFragment } from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { Dialog } from '../../ui/dialog';
import { FieldRow } from '../../ui/field-row';
import { FormDialog } from '../../ui/form-dialog';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { shownZone } from '../../ui/shown-zone';
import { instantOfWall } from '../wall-time';
import { RulesBroken } from './rules-broken';

const needed = z.string('ui.form.required').trim().min(1, 'ui.form.required');
const schema = z.object({ serviceId: needed, from: needed, to: needed, description: needed });

type Props = { services: { value: string; label: string }[]; service: string | undefined; onClose: () => void };

/** Announces work on a service before it begins. */
export function MaintenanceDialog({ services, service, onClose }: Props) {
  const { t } = useTranslation();
  const zone = shownZone();
  const [broken, setBroken] = useState<RuleBrokenFragment[]>([]);
  const announce = useAct(AnnounceMaintenanceDocument, {
    done: t('performance.maintenance.announced'),
    onDone: ({ announceMaintenance: { maintenance } }) => {
      const rules = maintenance?.rulesBroken ?? [];
      if (rules.length > 0) setBroken(rules);
      else onClose();
    },
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { serviceId: service ?? '', from: '', to: '', description: '' },
  });
  const send = ({ from, to, ...rest }: z.output<typeof schema>) =>
    announce.mutateAsync({ input: { ...rest, from: instantOfWall(from, zone), to: instantOfWall(to, zone) } });
  if (broken.length > 0)
    return (
      <Dialog opened onClose={onClose} title={t('performance.maintenance.announced')} size="lg">
        <RulesBroken broken={broken} />
        <Group justify="flex-end" mt="md">
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </Group>
      </Dialog>
    );
  return (
    <FormDialog
      title={t('performance.maintenance.announce')}
      form={form}
      submit={t('performance.maintenance.announce')}
      onSubmit={send}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm" className="quiet">
        {t('performance.maintenance.words', { zone })} {t('performance.maintenance.rulesHint')}
      </Text>
      <SelectField name="serviceId" label={t('performance.downtime.service')} options={services} required />
      <FieldRow>
        <DateField name="from" label={t('performance.from')} withTime required />
        <DateField name="to" label={t('performance.to')} withTime required />
      </FieldRow>
      <TextField
        name="description"
        label={t('performance.maintenance.description')}
        description={t('performance.maintenance.descriptionHint')}
        required
      />
    </FormDialog>
  );
}
