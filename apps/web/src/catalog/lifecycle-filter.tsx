import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LifecycleCodes, type Lifecycle } from '../generated/graphql';
import type { FacetValue } from '../ui/facet-list';
import { Tile } from '../ui/tile';

type Props = { counts: readonly FacetValue[]; selected: readonly Lifecycle[]; onChange: (chosen: Lifecycle[]) => void };

/** How many services stand where in their life; pressed, only those. */
export function LifecycleFilter({ counts, selected, onChange }: Props) {
  const { t } = useTranslation();
  const toggle = (code: Lifecycle) =>
    onChange(selected.includes(code) ? selected.filter((other) => other !== code) : [...selected, code]);
  if (counts.length === 0 && selected.length === 0) return null;
  return (
    <Group gap="xs" mb="md">
      {LifecycleCodes.map((code) => (
        <Tile
          key={code}
          label={t(`catalog.lifecycle.${code}`)}
          value={counts.find(({ value }) => value === code)?.count ?? 0}
          pressed={selected.includes(code)}
          onClick={() => toggle(code)}
        />
      ))}
    </Group>
  );
}
