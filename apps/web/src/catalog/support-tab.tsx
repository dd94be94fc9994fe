import { zodResolver } from '@hookform/resolvers/zod';
import { Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { ChangeServiceDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { InVersion, isInVersion } from './in-version';
import type { ManagedService } from './manage-service-page';
import { RelatedPanel } from './related-panel';
import { ServiceLinks } from './service-links';
import { rowsOf, serviceRows, ServiceRows, servicesIn } from './service-rows';
import { ServiceTeams } from './service-teams';

const schema = z.object({ supporting: serviceRows });

/** What the service rests on, and what rests on it: the technical view. */
export function SupportTab({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const { supportingServices, supportedServices } = service;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { supporting: rowsOf(supportingServices.map(({ id }) => id)) },
  });
  const submit = ({ supporting }: z.output<typeof schema>) => {
    const supportingServiceIds = servicesIn(supporting);
    return change.mutateAsync({ id: service.id, input: { version: service.version, supportingServiceIds } });
  };
  return (
    <Stack gap="md">
      <ServiceTeams service={service} />
      <Panel title={t('catalog.restsOn')} description={t('catalog.support.words')}>
        {isInVersion(service) ? (
          <>
            <ServiceLinks services={supportingServices} none={t('catalog.support.none')} />
            <InVersion slug={service.slug} />
          </>
        ) : (
          <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
            <ServiceRows
              name="supporting"
              label={t('catalog.support.title')}
              empty={t('catalog.support.none')}
              by="id"
              without={service.id}
              initial={supportingServices}
            />
          </FormPage>
        )}
      </Panel>
      <RelatedPanel service={service} />
      <Panel title={t('catalog.carries')}>
        <ServiceLinks services={supportedServices} none={t('catalog.support.carriesNone')} />
      </Panel>
    </Stack>
  );
}
