import { Anchor, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ImportKindCodes, type ImportProfileFragment } from '../../generated/graphql';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { everyService } from '../every-service';
import { serviceColumn, type ImportForm } from './import-order';

type Props = {
  profiles: ImportProfileFragment[];
  values: ImportForm;
  /** Id of the file. */
  upload: string;
  /** Ids of the profiles whose columns it has; undefined while it is looked at. */
  fitting: string[] | undefined;
};

/** What the file holds, how its rows are understood, and which service they belong to. */
export function ImportQuestions({ profiles, values, upload, fitting }: Props) {
  const { t } = useTranslation();
  const form = useFormContext<ImportForm>();
  const services = useQuery(everyService).data ?? [];
  const ofKind = profiles.filter(({ kind }) => kind === values.kind);
  const profile = ofKind.find(({ id }) => id === values.profileId);
  const column = serviceColumn(profile);
  const first = fitting?.[0] ?? ofKind[0]?.id ?? null;

  // A profile of another kind cannot be meant any more.
  useEffect(() => {
    if (values.kind !== 'AGREEMENTS' && fitting && !profile) form.setValue('profileId', first);
  }, [form, values.kind, fitting, profile, first]);
  useEffect(() => {
    if (profile) form.setValue('rows', column ? 'column' : 'one');
  }, [form, profile, column]);

  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <SelectField
          name="kind"
          label={t('performance.import.kindLabel')}
          description={t('performance.import.kindHint')}
          options={ImportKindCodes.map((value) => ({ value, label: t(`performance.import.kind.${value}`) }))}
          required
        />
        {values.kind !== 'AGREEMENTS' && (
          <>
            <SelectField
              name="profileId"
              label={t('performance.import.profile')}
              description={
                <Anchor
                  component={Link}
                  size="xs"
                  underline="always"
                  {...({
                    to: '/imports/map',
                    search: { upload, kind: values.kind, profile: values.profileId },
                  } as object)}
                >
                  {t('performance.import.adapt')}
                </Anchor>
              }
              options={ofKind.map(({ id, name, builtIn }) => ({
                value: id,
                label: builtIn ? name : t('performance.import.ownProfile', { name }),
              }))}
              required
            />
            {column && (
              <SelectField
                name="rows"
                label={t('performance.import.rowsLabel')}
                description={t('performance.import.rowsHint')}
                options={[
                  { value: 'column', label: t('performance.import.rowsByColumn', { column }) },
                  { value: 'one', label: t('performance.import.rowsOne') },
                ]}
                required
              />
            )}
            {(values.rows === 'one' || !column) && (
              <SelectField
                name="serviceId"
                label={t('performance.import.service')}
                description={t(column ? 'performance.import.serviceAll' : 'performance.import.serviceHint')}
                options={services.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
            )}
            <TextField
              name="sourceName"
              label={t('performance.import.source')}
              description={t('performance.import.sourceHint')}
              placeholder={profile?.name}
            />
          </>
        )}
      </SimpleGrid>
    </>
  );
}
