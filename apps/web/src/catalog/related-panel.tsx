import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeServiceDocument } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { RowsField } from '../ui/rows-field';
import './choosing-words';
import type { ManagedService } from './manage-service-page';
import { ServiceField } from './service-field';

const schema = z.object({ related: z.array(z.object({ serviceId: neededChoice })) });

/** To which services this one points its customers. */
export function RelatedPanel({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const related = service.relatedServices.flatMap(({ byOwner, service: other }) => (byOwner ? other : []));
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { related: related.map(({ id }) => ({ serviceId: id })) },
  });
  const submit = ({ related: rows }: z.output<typeof schema>) => {
    const relatedServiceIds = [...new Set(rows.map(({ serviceId }) => serviceId))];
    return change.mutateAsync({ id: service.id, input: { version: service.version, relatedServiceIds } });
  };
  return (
    <Panel title={t('choosing.points.title')} description={t('choosing.points.words')}>
      <FormPage form={form} submit={t('people.save')} onSubmit={submit}>
        <RowsField
          name="related"
          label={t('choosing.points.title')}
          add={t('catalog.support.add')}
          remove={(place) => t('catalog.support.remove', { place })}
          newRow={() => ({ serviceId: null })}
          empty={t('choosing.points.none')}
        >
          {(path, place) => {
            const id = form.getValues(`related.${place}.serviceId`);
            return (
              <ServiceField
                name={`${path}.serviceId`}
                label={t('catalog.service')}
                without={service.id}
                initial={related.find((other) => other.id === id)}
                required
              />
            );
          }}
        </RowsField>
      </FormPage>
    </Panel>
  );
}
