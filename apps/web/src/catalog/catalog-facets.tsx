import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogQuery } from '../generated/graphql';
import { FacetList } from '../ui/facet-list';
import { choicesOf, facetParams, usable, type CatalogSearch } from './catalog-search';
import classes from './catalog.module.css';

type Facets = CatalogQuery['services']['facets'];
type Props = { facets: Facets; search: CatalogSearch; onChange: (next: Partial<CatalogSearch>) => void };

/** What narrows the catalog, each choice with its number of hits. Folded away on a small screen. */
export function CatalogFacets({ facets, search, onChange }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chosen = choicesOf(search).length;
  const labelOf = (name: keyof typeof facetParams, value: string, label: string) =>
    name === 'line' || name === 'lifecycle' ? t(`catalog.${name}.${value}` as 'catalog.line.SECURITY') : label;
  return (
    <div>
      <Button
        className={classes.toggle}
        variant="default"
        size="xs"
        leftSection={<IconFilter size={14} stroke={1.7} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chosen > 0 ? t('catalog.filtersChosen', { count: chosen }) : t('catalog.filters')}
      </Button>
      <div className={classes.facets} data-closed={!open || undefined}>
        {(Object.keys(facetParams) as (keyof typeof facetParams)[]).map((name) => {
          const param = facetParams[name];
          const values = facets.find((facet) => facet.name === name)?.values ?? [];
          // One state alone narrows nothing.
          if (name === 'lifecycle' && values.length < 2 && !search.status) return null;
          return (
            <FacetList
              key={name}
              label={t(`catalog.facet.${name}`)}
              values={values.map(({ value, label, count }) => ({ value, count, label: labelOf(name, value, label) }))}
              selected={search[param] ?? (param === 'status' ? usable : [])}
              onChange={(selected) => onChange({ [param]: selected.length > 0 ? selected : undefined })}
              first={name === 'owner' ? 5 : 8}
            />
          );
        })}
      </div>
    </div>
  );
}
