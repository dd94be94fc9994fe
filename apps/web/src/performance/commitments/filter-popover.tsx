import { Popover } from '@mantine/core';
import { FacetList } from '../../ui/facet-list';
import { FilterButton } from './filter-button';
import type { FilterMenuProps } from './filter-menu';
import classes from './filters.module.css';

/** The menu itself, open from the first. */
export function FilterPopover({ label, values, selected, onChange }: FilterMenuProps) {
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus defaultOpened>
      <Popover.Target>
        <FilterButton label={label} chosen={selected.length} />
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <FacetList label={label} values={values} selected={selected} onChange={onChange} first={12} />
      </Popover.Dropdown>
    </Popover>
  );
}
