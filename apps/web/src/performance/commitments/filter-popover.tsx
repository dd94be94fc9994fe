import { Popover } from '@mantine/core';
import { useRef } from 'react';
import { FacetList } from '../../ui/facet-list';
import { FilterButton } from './filter-button';
import type { FilterMenuProps } from './filter-menu';
import classes from './filters.module.css';

/** The menu itself, open from the first. */
export function FilterPopover({ label, values, selected, onChange }: FilterMenuProps) {
  // Focus goes back here: the button that was clicked first is gone.
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      trapFocus
      defaultOpened
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Popover.Target>
        <FilterButton ref={button} label={label} chosen={selected.length} />
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <FacetList label={label} values={values} selected={selected} onChange={onChange} first={12} />
      </Popover.Dropdown>
    </Popover>
  );
}
