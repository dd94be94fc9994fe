import type { Audience, Entitlement } from '@accord/domain';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { BusinessUnitsDocument, LocationsDocument, RoleCodes } from '../generated/graphql';
import { unitTree } from '../people/unit-tree';
import { Refused } from '../ui/refused';
import { SelectField } from '../ui/select-field';
import { DraftDialog, type DraftDialogProps } from './draft-dialog';
import { keyOf } from './offer-definition';

type Part = { who: 'all' | 'some'; units: string[]; roles: string[]; locations: string[] };
type Values = { see: Part; order: Part };

/** Who sees the service in the catalog, and who orders it. */
export function EntitlementDialog(props: DraftDialogProps) {
  const { t } = useTranslation();
  const { see, order } = props.definition.entitlement;
  const form = useForm<Values, unknown, Values>({ defaultValues: { see: partOf(see), order: partOf(order) } });
  const change = (values: Values) => {
    for (const part of ['see', 'order'] as const)
      if (values[part].who === 'some' && !audienceOf(values[part]))
        throw new Refused([{ code: 'NOBODY', field: [part, 'units'], message: t('catalog.entitlement.nobodyNamed') }]);
    const entitlement = {
      see: audienceOf(values.see) ?? 'everybody',
      order: audienceOf(values.order) ?? 'requesters',
    };
    return { entitlement: entitlement as Entitlement };
  };
  return (
    <DraftDialog {...props} title={t('catalog.entitlement.title')} form={form} change={change} size="lg">
      <p className="quiet">{t('catalog.entitlement.hint')}</p>
      <AudienceFields part="see" all={t('catalog.entitlement.everybody')} control={form.control} />
      <AudienceFields part="order" all={t('catalog.entitlement.requesters')} control={form.control} />
    </DraftDialog>
  );
}

function AudienceFields({
  part,
  all,
  control,
}: {
  part: 'see' | 'order';
  all: string;
  control: Control<Values, unknown, Values>;
}) {
  const { t } = useTranslation();
  const units = useQuery(query(BusinessUnitsDocument, {})).data?.businessUnits ?? [];
  const locations = useQuery(query(LocationsDocument, {})).data?.locations ?? [];
  const who = useWatch({ control, name: `${part}.who` });
  const roles = RoleCodes.filter((role) => role !== 'PROVIDER_CONTACT');
  return (
    <Stack gap="sm" mb="sm">
      <SelectField
        name={`${part}.who`}
        label={t(`catalog.entitlement.${part}`)}
        options={[
          { value: 'all', label: all },
          { value: 'some', label: t('catalog.entitlement.some') },
        ]}
        required
      />
      {who === 'some' && (
        <>
          <SelectField
            name={`${part}.units`}
            label={t('catalog.entitlement.units')}
            options={unitTree(units).map(({ unit, depth }) => ({
              value: unit.slug,
              label: unit.name,
              depth,
            }))}
            multiple
          />
          <SelectField
            name={`${part}.roles`}
            label={t('catalog.entitlement.roles')}
            options={roles.map((role) => ({ value: keyOf(role), label: t(`people.role.${role}`) }))}
            multiple
          />
          <SelectField
            name={`${part}.locations`}
            label={t('catalog.entitlement.locations')}
            description={locations.length === 0 ? t('catalog.entitlement.noLocations') : undefined}
            options={locations.map((value) => ({ value, label: value }))}
            multiple
          />
        </>
      )}
    </Stack>
  );
}

function partOf(rule: Entitlement['see'] | Entitlement['order']): Part {
  const { units = [], roles = [], locations = [] }: Audience = typeof rule === 'string' ? {} : rule;
  return {
    who: typeof rule === 'string' ? 'all' : 'some',
    units: [...units],
    roles: [...roles],
    locations: [...locations],
  };
}

/** null = nobody is named. */
function audienceOf({ who, ...lists }: Part): object | null {
  const named = Object.entries(lists).filter(([, list]) => list.length > 0);
  return who === 'all' || named.length === 0 ? null : Object.fromEntries(named);
}
