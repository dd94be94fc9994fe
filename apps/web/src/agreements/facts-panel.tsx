import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangedValues } from '../ui/changed-values';
import { differences } from '../ui/json-differences';
import { KeyValueList } from '../ui/key-value-list';
import { Panel } from '../ui/panel';
import type { Version } from './agreement-page';
import classes from './agreement.module.css';

type Facts = Record<string, string>;

type Props = {
  title: string;
  version: Version;
  facts: Facts;
  /** Of the version before; null where there is none. */
  before: Facts | null;
  nameOf: (key: string) => string;
  /** What the button says that asks for a change. */
  change: string;
  onChange: () => void;
};

/** What a version says of one matter, and what of it the version before said otherwise. */
export function FactsPanel({ title, version, facts, before, nameOf, change, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Panel
      title={title}
      actions={
        version.viewerCanChange && (
          <Button size="xs" variant="default" onClick={onChange}>
            {change}
          </Button>
        )
      }
    >
      <KeyValueList columns={2} items={Object.entries(facts).map(([key, value]) => ({ label: nameOf(key), value }))} />
      {before && differences(before, facts).length > 0 && (
        <div className={classes.changes}>
          <h3>{t('agreements.changedSince', { number: version.number - 1 })}</h3>
          <ChangedValues label={title} before={before} after={facts} nameOf={nameOf} />
        </div>
      )}
    </Panel>
  );
}
