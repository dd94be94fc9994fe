import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import { ImportProfilesDocument, ImportsDocument, StartImportDocument } from '../../generated/graphql';
import { FormPage } from '../../ui/form-page';
import { Panel } from '../../ui/panel';
import { importSchema, orderOf, type ImportForm, type ImportOrder } from './import-order';
import { ImportQuestions } from './import-questions';
import { Preview } from './preview';
import { UploadedFile } from './uploaded-file';
import { useUpload } from './use-upload';

/** A file, what it is and whose rows they are, a look at what comes out, and off it goes. */
export function NewImport() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { upload, pick } = useUpload();
  const profiles = useQuery(query(ImportProfilesDocument, {})).data?.importProfiles ?? [];
  const form = useForm<ImportForm, unknown, ImportOrder>({
    resolver: zodResolver(importSchema),
    defaultValues: { kind: 'TICKETS', profileId: null, rows: 'column', serviceId: null, sourceName: '' },
  });
  const values = useWatch({ control: form.control }) as ImportForm;
  const start = useAct(StartImportDocument, {
    changes: [ImportsDocument],
    onDone: ({ startImport }) => {
      const id = startImport.import?.id;
      if (id) void navigate({ to: '/imports/$id', params: { id } });
    },
  });

  const onPick = (file: File) => {
    if (/\.(json|ya?ml)$/i.test(file.name)) form.setValue('kind', 'AGREEMENTS');
    pick(file);
  };
  const uploadId = upload.state === 'sent' ? upload.id : null;
  const order = uploadId ? orderOf(uploadId, values, profiles) : null;

  return (
    <Panel title={t('performance.import.new')} description={t('performance.import.newWords')}>
      <UploadedFile
        upload={upload}
        onPick={onPick}
        hint={t('performance.import.fileHint')}
        accept=".csv,.gz,.json,.txt,.tsv,.yaml,.yml"
      />
      {uploadId && (
        <div style={{ marginTop: '1.25rem' }}>
          <FormPage
            form={form}
            onSubmit={(chosen) => start.mutateAsync({ input: orderOf(uploadId, chosen, profiles) })}
            submit={t('performance.import.start')}
          >
            <ImportQuestions profiles={profiles} values={values} />
            {order && (order.profileId || order.kind === 'AGREEMENTS') && <Preview order={order} />}
          </FormPage>
        </div>
      )}
    </Panel>
  );
}
