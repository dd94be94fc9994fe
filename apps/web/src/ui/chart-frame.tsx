import { Button, Text } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from './panel';

type Props = {
  title: string;
  /** The sentence under the picture that says which question it answers. */
  answers: string;
  /** The same values as a table. */
  table: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A picture is never alone: a title, the question it answers, and its values as a table. */
export function ChartFrame({ title, answers, table, actions, children }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <Panel
      title={title}
      actions={
        <>
          {actions}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-pressed={asTable}
            leftSection={asTable ? <IconChartLine size={14} /> : <IconTable size={14} />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('ui.chart.asPicture') : t('ui.chart.asTable')}
          </Button>
        </>
      }
    >
      {asTable ? table : children}
      <Text size="sm" className="quiet" mt="xs">
        {answers}
      </Text>
    </Panel>
  );
}
