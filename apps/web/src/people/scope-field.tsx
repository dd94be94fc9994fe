import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ServiceField } from '../catalog/service-field';
import { TeamsDocument, type ScopeKind } from '../generated/graphql';
import { ProviderField } from '../providers/provider-field';
import { SelectField } from '../ui/select-field';
import { UnitField } from './unit-field';

/** For what a role is given: one unit, service, provider or team. */
export function ScopeField({ kind }: { kind: Exclude<ScopeKind, 'ORGANISATION'> }) {
  const { t } = useTranslation();
  const label = t(`people.scopeKind.${kind}`);
  const props = { name: 'scopeId', label, required: true };
  if (kind === 'UNIT') return <UnitField {...props} />;
  if (kind === 'SERVICE') return <ServiceField {...props} />;
  if (kind === 'PROVIDER') return <ProviderField {...props} />;
  return <TeamField {...props} />;
}

export function TeamField(props: { name: string; label: string; description?: string; required?: boolean }) {
  const { data } = useQuery(query(TeamsDocument, {}));
  const options = (data?.teams ?? [])
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField {...props} options={options} />;
}
