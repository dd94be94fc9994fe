import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

type Props<Value extends string> = {
  label: string;
  /** The tab in the URL: `Route.useSearch().tab`. */
  value: Value;
  onChange: (value: Value) => void;
  tabs: { value: Value; label: ReactNode; content: ReactNode }[];
};

/** Tabs whose choice stands in the URL; only the open one is rendered. */
export function SearchTabs<Value extends string>({ label, value, onChange, tabs }: Props<Value>) {
  return (
    <Tabs value={value} onChange={(next) => next && onChange(next as Value)} keepMounted={false}>
      <Tabs.List aria-label={label} mb="md">
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
