import { useTranslation } from 'react-i18next';
import { codeWord } from '../../../i18n/code-word';
import { Choice } from '../../../ui/choice';
import { ColumnChoice, type FileColumn } from './column-choice';
import { type ServiceDraft, withMeaning } from './draft';
import { Part } from './part';
import { ValueMeanings } from './value-meanings';

type Props = {
  service: ServiceDraft | undefined;
  /** The service of every row, where it is one. */
  serviceId: string | null;
  services: { id: string; slug: string; name: string }[];
  columns: FileColumn[];
  onChange: (service: ServiceDraft | undefined, serviceId: string | null) => void;
};

/** To which service a row belongs: all to one, or as a column says. */
export function ServicePart({ service, serviceId, services, columns, onChange }: Props) {
  const { t } = useTranslation();
  const column = columns.find(({ name }) => name === service?.column);
  const isBySlug = service?.values === undefined;
  return (
    <Part title={codeWord('mapping.field', 'service')}>
      <Choice
        label={t('performance.import.rowsLabel')}
        data={[
          { value: 'one', label: t('performance.import.rowsOne') } as const,
          { value: 'column', label: t('mapping.byColumn') } as const,
        ]}
        value={service ? 'column' : 'one'}
        onChange={(value) => onChange(value === 'column' ? {} : undefined, null)}
      />
      {service ? (
        <>
          <ColumnChoice
            columns={columns}
            label={t('mapping.serviceColumn')}
            value={service.column}
            required
            onChange={(name) => onChange({ ...service, column: name }, null)}
          />
          <Choice
            label={t('mapping.serviceValues')}
            data={[
              { value: 'slug', label: t('mapping.serviceSlug') } as const,
              { value: 'named', label: t('mapping.serviceNamed') } as const,
            ]}
            value={isBySlug ? 'slug' : 'named'}
            onChange={(value) =>
              onChange({ ...service, values: value === 'named' ? suggested(column, services) : undefined }, null)
            }
          />
          {!isBySlug && (
            <ValueMeanings
              column={column}
              known={Object.keys(service.values ?? {})}
              meaningOf={(value) => service.values?.[value] ?? null}
              onChange={(value, slug) =>
                onChange({ ...service, values: withMeaning(service.values ?? {}, value, slug) }, null)
              }
              options={services.map(({ slug, name }) => ({ value: slug, label: name }))}
              none={t('mapping.ofNoService')}
            />
          )}
        </>
      ) : (
        <Choice
          label={t('performance.import.service')}
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          none={t('mapping.choose')}
          value={serviceId}
          onChange={(id) => onChange(undefined, id)}
        />
      )}
    </Part>
  );
}

/** Services that are called as the values are. */
function suggested(column: FileColumn | undefined, services: Props['services']): Record<string, string> {
  const bySlug = new Map(
    services.flatMap(
      ({ slug, name }) =>
        [
          [name.toLowerCase(), slug],
          [slug, slug],
        ] as const,
    ),
  );
  const found = (column?.values ?? []).flatMap(({ value }) => {
    const slug = bySlug.get(value.toLowerCase());
    return slug ? [[value, slug] as const] : [];
  });
  return Object.fromEntries(found);
}
