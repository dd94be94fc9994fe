import { Button, Text } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationFragment } from '../../generated/graphql';
import { onDemand } from '../../ui/on-demand';
import { Panel } from '../../ui/panel';
import type { Commitment, Result } from '../commitment/result-keys';
import { AnnotationRow } from './annotation-row';
import { numbered } from './numbered';
import classes from './annotations-panel.module.css';
import './words';

const AnnotateDialog = onDemand(() => import('./annotate-dialog').then((module) => module.AnnotateDialog));

type Props = { commitment: Commitment; result: Result; onPaper?: boolean };

/** What people wrote on the time of a result, with the numbers of their pins. Nothing where nobody wrote or may write. */
export function AnnotationsPanel({ commitment, result, onPaper = false }: Props) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const [showsEnded, setShowsEnded] = useState(false);
  const mayWrite = commitment.viewerCanAnnotate && !onPaper;
  const standing = numbered(result.annotations);
  const ended = onPaper ? [] : result.annotations.filter(({ endedAt }) => endedAt);
  if (standing.length + ended.length === 0 && !mayWrite) return null;
  if (onPaper && standing.length === 0) return null;
  const row = (annotation: AnnotationFragment & { number?: number }) => (
    <AnnotationRow key={annotation.id} annotation={annotation} zone={result.timeZone} mayEnd={mayWrite} />
  );
  return (
    <Panel
      title={t('annotations.title')}
      description={t('annotations.words')}
      actions={
        mayWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            data-page-act
            leftSection={<IconMessagePlus size={14} />}
            onClick={() => setWriting(true)}
          >
            {t('annotations.add')}
          </Button>
        )
      }
    >
      {standing.length === 0 && (
        <Text size="sm" className="quiet">
          {t('annotations.none')}
        </Text>
      )}
      <ol className={classes.list} aria-label={t('annotations.title')}>
        {standing.map(row)}
        {showsEnded && ended.map(row)}
      </ol>
      {ended.length > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" mt="xs" onClick={() => setShowsEnded(!showsEnded)}>
          {showsEnded ? t('annotations.hideEnded') : t('annotations.showEnded', { count: ended.length })}
        </Button>
      )}
      {writing && <AnnotateDialog commitment={commitment} result={result} onClose={() => setWriting(false)} />}
    </Panel>
  );
}
