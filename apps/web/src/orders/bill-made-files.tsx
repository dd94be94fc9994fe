import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { BillFilesDocument, type BillFilesQuery } from '../generated/graphql';
import { formatNumber } from '../ui/format-number';
import { Instant } from '../ui/instant';
import { ProgressWithWords } from '../ui/progress-with-words';
import './bill-words';

type File = BillFilesQuery['billFiles'][number];

const pollMs = 1_000;

/** The files of a bill that were asked for: how far each is, and where it is downloaded. */
export function BillMadeFiles({ month }: { month: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    ...query(BillFilesDocument, { month }),
    refetchInterval: ({ state }) => (state.data?.billFiles.some((file) => file.state === 'MAKING') ? pollMs : false),
    staleTime: 0,
  });
  const files = data?.billFiles ?? [];
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('bill.file.made')}>
      {files.map((file) => (
        <li key={file.id}>
          <MadeFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function MadeFile({ file }: { file: File }) {
  const { t } = useTranslation();
  const { month, format, state, lines, written, path, problem, unit, expiresAt } = file;
  const name = `bill-${month}.${format.toLowerCase()}, ${unit?.name ?? t('bill.everyUnit')}`;
  if (state === 'FAILED') return t('bill.file.failed', { name, problem });
  if (path)
    return (
      <>
        <Anchor href={path} download underline="always">
          {name}
        </Anchor>{' '}
        <span className="quiet">
          {t('bill.file.keptUntil')} <Instant at={expiresAt} />
        </span>
      </>
    );
  const words = { written: formatNumber(String(Math.min(written, lines))), lines: formatNumber(String(lines)) };
  return (
    <ProgressWithWords label={name} value={written} max={lines} words={`${name}: ${t('bill.file.making', words)}`} />
  );
}
