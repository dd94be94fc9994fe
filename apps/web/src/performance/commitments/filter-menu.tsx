import { lazy, Suspense, useState } from 'react';
import type { FacetValue } from '../../ui/facet-list';
import { FilterButton } from './filter-button';

const FilterPopover = lazy(() => import('./filter-popover').then((module) => ({ default: module.FilterPopover })));

export type FilterMenuProps = {
  label: string;
  values: FacetValue[];
  selected: string[];
  onChange: (selected: string[]) => void;
};

/** A facet in a menu, so that the months keep the width of the page. The menu comes when it is first opened. */
export function FilterMenu(props: FilterMenuProps) {
  const { label, values, selected } = props;
  const [used, setUsed] = useState(false);
  if (values.length === 0 && selected.length === 0) return null;
  const closed = (
    <FilterButton label={label} chosen={selected.length} aria-haspopup="dialog" onClick={() => setUsed(true)} />
  );
  if (!used) return closed;
  return (
    <Suspense fallback={closed}>
      <FilterPopover {...props} />
    </Suspense>
  );
}
