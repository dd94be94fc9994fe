import { Button, type ButtonProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './filters.module.css';

type Props = ButtonProps & ComponentPropsWithRef<'button'> & { label: string; chosen: number };

/** Opens the menu of a facet, and says how many of its values are chosen. */
export function FilterButton({ label, chosen, ...button }: Props) {
  return (
    <Button
      size="xs"
      variant={chosen > 0 ? 'light' : 'default'}
      rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
      {...button}
    >
      {label}
      {chosen > 0 && <span className={classes.count}>{chosen}</span>}
    </Button>
  );
}
