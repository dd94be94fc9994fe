import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Stack, Text } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../../app/use-act';
import { ImportMaintenancesDocument } from '../../generated/graphql';
import { Dialog } from '../../ui/dialog';
import { FormPage } from '../../ui/form-page';
import { SelectField } from '../../ui/select-field';
import { UploadedFile } from '../imports/uploaded-file';
import { useUpload } from '../imports/use-upload';
import { MaintenanceFilePreview } from './maintenance-file-preview';

const schema = z.object({ serviceId: z.string('ui.form.required').min(1, 'ui.form.required') });

type Props = { services: { value: string; label: string }[]; service: string | undefined; onClose: () => void };

/** Announces the maintenance of a calendar file, once its events have been looked at. */
export function MaintenanceFileDialog({ services, service, onClose }: Props) {
  const { t } = useTranslation();
  const { upload, pick } = useUpload();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { serviceId: service ?? '' } });
  const { serviceId } = useWatch({ control: form.control });
  const bringIn = useAct(ImportMaintenancesDocument, {
    done: t('performance.maintenance.brought'),
    onDone: onClose,
  });
  const uploadId = upload.state === 'sent' ? upload.id : null;
  return (
    <Dialog opened onClose={onClose} title={t('performance.maintenance.bringIn')} size="xl">
      <Stack gap="md">
        <Text size="sm" className="quiet">
          {t('performance.maintenance.fileWords')}
        </Text>
        <UploadedFile upload={upload} onPick={pick} hint={t('performance.maintenance.fileHint')} accept=".ics,.ical" />
        {uploadId && (
          <FormPage
            form={form}
            onSubmit={(chosen) => bringIn.mutateAsync({ ...chosen, uploadId })}
            submit={t('performance.maintenance.bringInSubmit')}
            cancel={
              <Button variant="default" onClick={onClose}>
                {t('ui.cancel')}
              </Button>
            }
          >
            <SelectField name="serviceId" label={t('performance.downtime.service')} options={services} required />
            {serviceId && <MaintenanceFilePreview uploadId={uploadId} serviceId={serviceId} />}
          </FormPage>
        )}
      </Stack>
    </Dialog>
  );
}
