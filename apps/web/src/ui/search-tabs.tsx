import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './search-tabs.module.css';

type Props<Value extends string> = {
  label: string;
  /** The tab in the URL: `Route.useSearch().tab`. */
  value: Value;
  onChange: (value: Value) => void;
  /** They narrow one list, rather than being parts of a page: the key `/` goes to them. */
  narrow?: boolean;
  tabs: { value: Value; label: ReactNode; content: ReactNode }[];
};

/** Tabs whose choice stands in the URL; only the open one is rendered. */
export function SearchTabs<Value extends string>({ label, value, onChange, narrow, tabs }: Props<Value>) {
  return (
    <Tabs value={value} onChange={(next) => next && onChange(next as Value)} keepMounted={false}>
      <Tabs.List aria-label={label} mb="md" className={classes.list} data-filters={narrow || undefined}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} tabIndex={-1}>
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
