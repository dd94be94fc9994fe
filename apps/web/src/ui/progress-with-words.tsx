import { Progress, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';

type Props = { label: string; value: number; max: number; words: ReactNode; failed?: boolean };

/** How far something is, as a bar and in words. */
export function ProgressWithWords({ label, value, max, words, failed }: Props) {
  const id = useId();
  const percent = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div>
      <Progress.Root size="md" radius="xl">
        <Progress.Section value={percent} color={failed ? 'red' : 'accord'} aria-label={label} aria-describedby={id} />
      </Progress.Root>
      <Text id={id} size="sm" className="quiet figures" mt={6}>
        {words}
      </Text>
    </div>
  );
}
