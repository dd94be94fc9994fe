import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { PlansToBundleDocument } from '../../generated/graphql';
import { RemoteSelectField } from '../../ui/remote-select-field';
import { serviceOf, type BundledService } from './use-bundled-services';

type Props = { name: string; label: string; services: ReadonlyMap<string, BundledService> };

/** A plan of any live service, found as in the catalog; its value is `service/plan`. */
export function PlanPicker({ name, label, services }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const { data, isFetching } = useQuery(query(PlansToBundleDocument, { search: words || undefined }));
  const value = useWatch({ name }) as string | null;
  const service = serviceOf(services, value);
  const plan = service?.plans.find(({ slug }) => value === `${service.slug}/${slug}`);
  const options = (data?.services.edges ?? []).flatMap(({ node }) =>
    node.plans
      .filter(({ endedAt }) => endedAt === null)
      .map(({ slug, name: planName }) => ({
        value: `${node.slug}/${slug}`,
        label: t('bundles.editor.planOf', { service: node.name, plan: planName }),
      })),
  );
  const known = service && plan && t('bundles.editor.planOf', { service: service.name, plan: plan.name });
  return (
    <RemoteSelectField
      // It is told what was chosen before only when it begins.
      key={known}
      name={name}
      label={label}
      required
      options={options}
      onSearch={setWords}
      searching={isFetching}
      initial={value ? { value, label: known ?? value } : null}
    />
  );
}
