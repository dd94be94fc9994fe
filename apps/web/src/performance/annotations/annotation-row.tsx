import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../app/use-act';
import { EndAnnotationDocument, type AnnotationFragment } from '../../generated/graphql';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatInstant } from '../../ui/format-instant';
import classes from './annotations-panel.module.css';

type Props = { annotation: AnnotationFragment & { number?: number }; zone: string; mayEnd: boolean };

/** When, what and by whom; who manages the service ends it. */
export function AnnotationRow({ annotation, zone, mayEnd }: Props) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState(false);
  const end = useAct(EndAnnotationDocument, { done: t('annotations.endDone') });
  const { id, number, from, to, words, writtenAt, writtenBy, endedAt, endedBy } = annotation;
  const at = (instant: string) => formatInstant(instant, { zone });
  return (
    <li className={endedAt ? `${classes.annotation} ${classes.ended}` : classes.annotation}>
      <span className={number ? classes.number : undefined}>{number}</span>
      <span className={classes.words}>{words}</span>
      {mayEnd && !endedAt ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t('annotations.endLabel', { words })}
          onClick={() => setEnding(true)}
        >
          {t('annotations.end')}
        </Button>
      ) : (
        <span />
      )}
      <small className={`quiet figures ${classes.when}`}>
        {at(from)}
        {to && ` – ${at(to)}`} · {t('annotations.by', { name: writtenBy.name, at: at(writtenAt) })}
        {endedAt && endedBy && ` · ${t('annotations.ended', { name: endedBy.name, at: at(endedAt) })}`}
      </small>
      <ConfirmDialog
        opened={ending}
        onClose={() => setEnding(false)}
        title={t('annotations.endTitle')}
        confirm={t('annotations.end')}
        danger
        onConfirm={() => end.mutateAsync({ id })}
      >
        {t('annotations.endWords')}
      </ConfirmDialog>
    </li>
  );
}
