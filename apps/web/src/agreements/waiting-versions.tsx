import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { useAct } from '../app/use-act';
import { ApproveAgreementVersionsDocument, WaitingVersionsDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatDay } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import classes from './waiting-versions.module.css';

/** As many as the server takes at once. */
const MOST_AT_ONCE = 200;

type Answer = { id: string; words: string; refused: boolean };

/** Versions that the viewer may approve, several at once; each gets its answer. */
export function WaitingVersions() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [answers, setAnswers] = useState<Answer[]>([]);
  const { data } = useQuery(query(WaitingVersionsDocument, {}));
  const approve = useAct(ApproveAgreementVersionsDocument);
  const versions = data?.proposedAgreementVersions.filter(({ viewerCanApprove }) => viewerCanApprove) ?? [];
  if (versions.length + answers.length === 0) return null;

  const selected = versions.filter(({ id }) => chosen.includes(id));
  const eligible = versions.slice(0, MOST_AT_ONCE);
  const all = selected.length === eligible.length;
  const toggle = (id: string) =>
    setChosen((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id]));
  const approveSelected = async () => {
    const { approveAgreementVersions: done } = await approve.mutateAsync({ ids: selected.map(({ id }) => id) });
    const errorsOf = new Map(done.approvals.map(({ id, errors }) => [id, errors]));
    setAnswers(
      selected.map(({ id, number, agreement: { name } }) => {
        const errors = errorsOf.get(id) ?? [];
        const answer = errors.map(({ message }) => message).join(' ') || t('agreements.waiting.approved');
        return {
          id,
          words: `${t('agreements.waiting.version', { number, name })}: ${answer}`,
          refused: errors.length > 0,
        };
      }),
    );
    setChosen([]);
  };
  return (
    <div className={classes.waiting}>
      <Panel
        title={t('agreements.waiting.title', { count: versions.length })}
        actions={
          <Button size="xs" disabled={selected.length === 0} onClick={() => setAsking(true)}>
            {t('agreements.waiting.approve', { count: selected.length })}
          </Button>
        }
        flush
      >
        <ul className={classes.list}>
          {versions.length > 1 && (
            <li>
              <Checkbox
                label={t('agreements.waiting.all')}
                checked={all}
                indeterminate={selected.length > 0 && !all}
                onChange={() => setChosen(all ? [] : eligible.map(({ id }) => id))}
              />
            </li>
          )}
          {versions.map(({ id, number, effectiveFrom, proposedBy, agreement: { slug, name } }) => (
            <li key={id} data-row>
              <Checkbox
                aria-label={t('agreements.waiting.choose', { number, name })}
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
              <div>
                <TextLink to="/agreements/$slug" params={{ slug }} search={{ version: String(number) }}>
                  {t('agreements.waiting.version', { number, name })}
                </TextLink>
                <div className="quiet">
                  {t('agreements.waiting.story', {
                    from: formatDay(effectiveFrom),
                    name: proposedBy?.name ?? t('people.somebody'),
                  })}
                </div>
              </div>
            </li>
          ))}
        </ul>
        <div role="status">
          <ul className={classes.list}>
            {answers.map(({ id, words, refused }) => (
              <li key={id} className={refused ? classes.refused : classes.approved}>
                {words}
              </li>
            ))}
          </ul>
        </div>
      </Panel>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('agreements.waiting.confirm', { count: selected.length })}
        confirm={t('agreements.waiting.approve', { count: selected.length })}
        onConfirm={approveSelected}
      >
        {t('agreements.waiting.words')}
      </ConfirmDialog>
    </div>
  );
}
