import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { ImportDocument, ImportsDocument, ResumeImportDocument } from '../../generated/graphql';
import { ErrorPanel } from '../../ui/error-panel';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import type { ShownImport } from './import-page';
import classes from './imports.module.css';

/** Why the file was not taken, or where it stopped, and what to do about it. */
export function ImportTrouble({ shown: { id, state, refusedReason, viewerCanResume } }: { shown: ShownImport }) {
  const { t } = useTranslation();
  const resume = useAct(ResumeImportDocument, { changes: [ImportDocument, ImportsDocument] });
  const refused = state === 'REFUSED';
  return (
    <>
      <div className={classes.notice} data-tone={refused ? 'bad' : undefined} role="note">
        <div>
          <Text fw={600}>{t(refused ? 'performance.import.wasRefused' : 'performance.import.wasInterrupted')}</Text>
          {refusedReason && <Text size="sm">{refusedReason}</Text>}
          <Text size="sm">
            {t(refused ? 'performance.import.refusedWords' : 'performance.import.interruptedWords')}
          </Text>
        </div>
        {viewerCanResume ? (
          <Button size="xs" loading={resume.isPending} onClick={() => resume.mutate({ id })}>
            {t('performance.import.resume')}
          </Button>
        ) : (
          refused && (
            <Button component={Link} to="/imports" size="xs" variant="default">
              {t('performance.import.again')}
            </Button>
          )
        )}
      </div>
      {resume.error &&
        (resume.error instanceof Refused ? (
          <RefusalPanel refused={resume.error} />
        ) : (
          <ErrorPanel error={resume.error} />
        ))}
    </>
  );
}
