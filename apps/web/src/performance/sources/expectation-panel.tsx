import { Button, Group, NumberInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { ExpectSourceDocument, SourceDocument, SourcesDocument, type SourceQuery } from '../../generated/graphql';
import { Panel } from '../../ui/panel';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';

const ways = ['rhythm', 'after', 'never'] as const;
type Way = (typeof ways)[number];

const wayOf = (quietMinutes: number | null | undefined): Way => {
  if (quietMinutes == null) return 'rhythm';
  return quietMinutes === 0 ? 'never' : 'after';
};

/** How long a source may be quiet before somebody is told; for those who manage all that it brings. */
export function ExpectationPanel({ source }: { source: NonNullable<SourceQuery['source']> }) {
  const { t } = useTranslation();
  const { id, quietMinutes, viewerCanExpect } = source;
  const [way, setWay] = useState<Way>(wayOf(quietMinutes));
  const [minutes, setMinutes] = useState(quietMinutes || 60);
  const save = useAct(ExpectSourceDocument, {
    changes: [SourceDocument, SourcesDocument],
    done: t('sources.expectSaved'),
  });
  const chosen = { rhythm: null, after: minutes, never: 0 }[way];
  return (
    <Panel title={t('sources.expectation')} description={t('sources.expectationWords')}>
      <Stack gap="sm" align="flex-start">
        <Radio.Group value={way} onChange={(next) => setWay(next as Way)} aria-label={t('sources.expectation')}>
          <Stack gap="xs">
            {ways.map((value) => (
              <Radio key={value} value={value} label={t(`sources.expect.${value}`)} disabled={!viewerCanExpect} />
            ))}
          </Stack>
        </Radio.Group>
        {way === 'after' && (
          <NumberInput
            label={t('sources.expectMinutes')}
            value={minutes}
            onChange={(next) => setMinutes(Number(next))}
            min={1}
            max={525_600}
            allowDecimal={false}
            disabled={!viewerCanExpect}
            w={160}
          />
        )}
        {save.error instanceof Refused && <RefusalPanel refused={save.error} />}
        {viewerCanExpect && (
          <Group>
            <Button
              variant="default"
              disabled={chosen === (quietMinutes ?? null)}
              loading={save.isPending}
              onClick={() => save.mutate({ id, quietMinutes: chosen })}
            >
              {t('sources.expectSave')}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
