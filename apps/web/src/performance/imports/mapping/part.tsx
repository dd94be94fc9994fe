import { Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './mapping.module.css';

/** Questions that belong together. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset variant="unstyled" legend={title} classNames={{ root: classes.part, legend: classes.legend }}>
      {children}
    </Fieldset>
  );
}
