import { Anchor, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ImportKindCodes, MeasuredServicesDocument, type ImportProfileFragment } from '../../generated/graphql';
import { onDemand } from '../../ui/on-demand';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { serviceColumn, type ImportForm } from './import-order';

const ProfileDialog = onDemand(() => import('./profile-dialog').then((module) => module.ProfileDialog));

/** What the file holds, how its rows are understood, and which service they belong to. */
export function ImportQuestions({ profiles, values }: { profiles: ImportProfileFragment[]; values: ImportForm }) {
  const { t } = useTranslation();
  const form = useFormContext<ImportForm>();
  const [adapting, setAdapting] = useState(false);
  const services = useQuery(query(MeasuredServicesDocument, {})).data?.services.edges ?? [];
  const fitting = profiles.filter(({ kind }) => kind === values.kind);
  const profile = fitting.find(({ id }) => id === values.profileId);
  const column = serviceColumn(profile);
  const first = fitting[0]?.id ?? null;

  // A profile of another kind cannot be meant any more.
  useEffect(() => {
    if (values.kind !== 'AGREEMENTS' && !profile) form.setValue('profileId', first);
  }, [form, values.kind, profile, first]);
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
                <Anchor component="button" type="button" size="xs" onClick={() => setAdapting(true)}>
                  {t('performance.import.adapt')}
                </Anchor>
              }
              options={fitting.map(({ id, name, builtIn }) => ({
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
                options={services.map(({ node }) => ({ value: node.id, label: node.name }))}
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
      {adapting && (
        <ProfileDialog
          kind={values.kind}
          profile={profile}
          onClose={() => setAdapting(false)}
          onSaved={(id) => form.setValue('profileId', id)}
        />
      )}
    </>
  );
}
