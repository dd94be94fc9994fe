import { Button, Text } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  ExamineUploadDocument,
  type ImportKind,
  type ImportProfileFragment,
  ImportProfilesDocument,
  ImportsDocument,
  type PreviewImportInput,
  StartImportDocument,
  type StartImportInput,
} from '../../generated/graphql';
import { FormPage } from '../../ui/form-page';
import { Panel } from '../../ui/panel';
import { importSchema, orderOf, type ImportForm, type ImportOrder } from './import-order';
import { ImportQuestions } from './import-questions';
import { Preview } from './preview';
import { UploadedFile } from './uploaded-file';
import { usePreview } from './use-preview';
import { useUpload } from './use-upload';
import classes from './imports.module.css';

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
  const measured = values.kind === 'AGREEMENTS' ? null : values.kind;
  const fitting = useQuery({
    ...query(ExamineUploadDocument, { input: { uploadId: uploadId ?? '', kind: measured ?? 'TICKETS' } }),
    enabled: uploadId !== null && measured !== null,
    placeholderData: undefined,
    retry: false,
  }).data?.examineUpload.fitting;
  const [sourceName] = useDebouncedValue(values.sourceName, 400);
  const preview = uploadId ? previewOf(orderOf(uploadId, { ...values, sourceName }, profiles), fitting) : null;

  const blocked = usePreview(preview).data?.previewImport.nothingUnderstood;

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
            blocked={blocked}
          >
            <ImportQuestions
              profiles={profiles}
              values={values}
              upload={uploadId}
              fitting={fitting?.map(({ id }) => id)}
            />
            {fitting?.length === 0 && <NoneFits upload={uploadId} kind={values.kind} />}
            {preview && <Preview input={preview} />}
          </FormPage>
        </div>
      )}
    </Panel>
  );
}

/** There is nothing to see while the profile does not fit the file, and nobody asked for it all the same. */
function previewOf(
  { uploadId, kind, profileId, serviceId, sourceName }: StartImportInput,
  fitting: ImportProfileFragment[] | undefined,
): PreviewImportInput | null {
  if (kind !== 'AGREEMENTS' && (!profileId || fitting?.length === 0)) return null;
  return { uploadId, kind, profileId, serviceId, sourceName };
}

/** A file that nobody has brought before: what its columns mean has to be said. */
function NoneFits({ upload, kind }: { upload: string; kind: ImportKind }) {
  const { t } = useTranslation();
  return (
    <div className={classes.notice} role="note">
      <div>
        <Text fw={600}>{t('performance.import.noneFits')}</Text>
        <Text size="sm">{t('performance.import.noneFitsWords')}</Text>
      </div>
      <Button component={Link} size="xs" {...({ to: '/imports/map', search: { upload, kind } } as object)}>
        {t('performance.import.map')}
      </Button>
    </div>
  );
}
