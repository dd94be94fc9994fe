import { zodResolver } from '@hookform/resolvers/zod';
import { Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeServiceDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { RowsField } from '../ui/rows-field';
import type { ManagedService } from './manage-service-page';
import { RelatedPanel } from './related-panel';
import { ServiceField } from './service-field';
import { ServiceTeams } from './service-teams';
import classes from './service-page.module.css';

const schema = z.object({ supporting: z.array(z.object({ serviceId: neededChoice })) });

/** What the service rests on, and what rests on it: the technical view. */
export function SupportTab({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const { supportingServices, supportedServices } = service;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { supporting: supportingServices.map(({ id }) => ({ serviceId: id })) },
  });
  const submit = ({ supporting }: z.output<typeof schema>) => {
    const supportingServiceIds = [...new Set(supporting.map(({ serviceId }) => serviceId))];
    return change.mutateAsync({ id: service.id, input: { version: service.version, supportingServiceIds } });
  };
  return (
    <Stack gap="md">
      <ServiceTeams service={service} />
      <Panel title={t('catalog.restsOn')} description={t('catalog.support.words')}>
        <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
          <RowsField
            name="supporting"
            label={t('catalog.support.title')}
            add={t('catalog.support.add')}
            remove={(place) => t('catalog.support.remove', { place })}
            newRow={() => ({ serviceId: null })}
            empty={t('catalog.support.none')}
          >
            {(path, place) => {
              const id = form.getValues(`supporting.${place}.serviceId`);
              return (
                <ServiceField
                  name={`${path}.serviceId`}
                  label={t('catalog.service')}
                  without={service.id}
                  initial={supportingServices.find((other) => other.id === id)}
                  required
                />
              );
            }}
          </RowsField>
        </FormPage>
      </Panel>
      <RelatedPanel service={service} />
      <Panel title={t('catalog.carries')}>
        {supportedServices.length === 0 ? (
          <span className="quiet">{t('catalog.support.carriesNone')}</span>
        ) : (
          <ul className={classes.links}>
            {supportedServices.map(({ id, slug, name }) => (
              <li key={id}>
                <TextLink to="/catalog/$slug" params={{ slug }}>
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Stack>
  );
}
