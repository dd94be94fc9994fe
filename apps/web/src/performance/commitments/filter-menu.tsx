import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { FacetList, type FacetValue } from '../../ui/facet-list';
import classes from './filters.module.css';

type Props = { label: string; values: FacetValue[]; selected: string[]; onChange: (selected: string[]) => void };

/** A facet in a menu, so that the months keep the width of the page. */
export function FilterMenu({ label, values, selected, onChange }: Props) {
  if (values.length === 0 && selected.length === 0) return null;
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={selected.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
        >
          {label}
          {selected.length > 0 && <span className={classes.count}>{selected.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu}>
        <FacetList label={label} values={values} selected={selected} onChange={onChange} first={12} />
      </Popover.Dropdown>
    </Popover>
  );
}
