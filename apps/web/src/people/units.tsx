import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { BusinessUnitsDocument, type BusinessUnitsQuery } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { unitTree } from './unit-tree';
import classes from './units.module.css';

const EndUnitDialog = onDemand(() => import('./end-part-dialogs').then((module) => module.EndUnitDialog));
const UnitDialog = onDemand(() => import('./unit-dialog').then((module) => module.UnitDialog));

export type Unit = BusinessUnitsQuery['businessUnits'][number];

/** The tree of business units, each below its parent. */
export function Units() {
  const { t } = useTranslation();
  const asked = useQuery(query(BusinessUnitsDocument, {}));
  const [editing, setEditing] = useState<Unit | { parent: Unit | null } | null>(null);
  const [ending, setEnding] = useState<Unit | null>(null);
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEditing({ parent: null })}>
      {t('people.units.add')}
    </Button>
  );
  return (
    <Panel title={t('people.units.title')} description={t('people.units.words')} actions={add} flush>
      <Loaded query={asked}>
        {({ businessUnits }) => {
          const tree = unitTree(businessUnits);
          return tree.length === 0 ? (
            <div className={classes.inset}>
              <EmptyState kind="nothingYet" title={t('people.units.none')} action={add}>
                {t('people.units.noneWords')}
              </EmptyState>
            </div>
          ) : (
            <ul className={classes.tree} aria-label={t('people.units.title')}>
              {tree.map(({ unit, depth }) => (
                <li key={unit.id} style={{ paddingInlineStart: `${1.125 + depth * 1.5}rem` }}>
                  <span>
                    {unit.name} <small className="quiet">{unit.slug}</small>
                  </span>
                  <span className={classes.buttons}>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('people.units.addBelowLabel', { name: unit.name })}
                      onClick={() => setEditing({ parent: unit })}
                    >
                      {t('people.units.addBelow')}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('people.units.changeLabel', { name: unit.name })}
                      onClick={() => setEditing(unit)}
                    >
                      {t('people.units.change')}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('people.units.endLabel', { name: unit.name })}
                      onClick={() => setEnding(unit)}
                    >
                      {t('people.units.end')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {ending && <EndUnitDialog part={ending} onClose={() => setEnding(null)} />}
      {editing && <UnitDialog given={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
