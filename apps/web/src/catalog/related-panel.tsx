import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAct } from '../app/use-act';
import { ChangeServiceDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import './choosing-words';
import { isInVersion } from './in-version';
import type { ManagedService } from './manage-service-page';
import { ServiceLinks } from './service-links';
import { rowsOf, serviceRows, ServiceRows, servicesIn } from './service-rows';

const schema = z.object({ related: serviceRows });

/** To which services this one points its customers. */
export function RelatedPanel({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const related = service.relatedServices.flatMap(({ byOwner, service: other }) => (byOwner ? other : []));
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { related: rowsOf(related.map(({ id }) => id)) },
  });
  const submit = ({ related: rows }: z.output<typeof schema>) =>
    change.mutateAsync({ id: service.id, input: { version: service.version, relatedServiceIds: servicesIn(rows) } });
  return (
    <Panel title={t('choosing.points.title')} description={t('choosing.points.words')}>
      {isInVersion(service) ? (
        <ServiceLinks services={related} none={t('choosing.points.none')} />
      ) : (
        <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
          <ServiceRows
            name="related"
            label={t('choosing.points.title')}
            empty={t('choosing.points.none')}
            by="id"
            without={service.id}
            initial={related}
          />
        </FormPage>
      )}
    </Panel>
  );
}
