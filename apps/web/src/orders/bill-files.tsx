import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { BillFilesDocument, MakeBillFileDocument } from '../generated/graphql';
import { onDemand } from '../ui/on-demand';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { codes } from './bill-codes';

const BillMadeFiles = onDemand(() => import('./bill-made-files').then((module) => module.BillMadeFiles));

type Props = {
  month: string;
  /** What the page shows. */
  search: { unit?: string; group?: keyof typeof codes; of?: string };
  count: number;
};

/** Longer ones are made while one does something else. */
const MOST_AT_ONCE = 10_000;

/** The lines that the page shows, as files. */
export function BillFiles({ month, search, count }: Props) {
  const { t } = useTranslation();
  const isLong = count > MOST_AT_ONCE;
  return (
    <div>
      <Group gap="xs">
        {(['csv', 'xlsx'] as const).map((format) =>
          isLong ? (
            <Make key={format} format={format} month={month} search={search} count={count} />
          ) : (
            <Button
              key={format}
              component="a"
              href={`/export/bill/${month}.${format}${asked(search)}`}
              download
              size="xs"
              variant="default"
            >
              {t(`bill.file.${format}`, { count })}
            </Button>
          ),
        )}
      </Group>
      {isLong && <BillMadeFiles month={month} />}
    </div>
  );
}

function Make({ format, month, search: { unit, group, of }, count }: Props & { format: 'csv' | 'xlsx' }) {
  const { t } = useTranslation();
  const make = useAct(MakeBillFileDocument, { changes: [BillFilesDocument], done: t('bill.file.asked') });
  const kind = format === 'csv' ? 'CSV' : 'XLSX';
  const input = { month, format: kind, unitId: unit, group: codes[group ?? 'service'], groupId: of } as const;
  return (
    <>
      <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate({ input })}>
        {t(`bill.file.make.${format}`, { count })}
      </Button>
      {make.error instanceof Refused && <RefusalPanel refused={make.error} />}
    </>
  );
}

function asked(search: Props['search']): string {
  const text = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined)).toString();
  return text && `?${text}`;
}
