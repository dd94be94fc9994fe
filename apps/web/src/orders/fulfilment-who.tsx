import { useTranslation } from 'react-i18next';
import { useViewer } from '../app/session';
import type { TaskFactsFragment } from '../generated/graphql';
import { Instant } from '../ui/instant';
import './fulfilment-words';

/** Who has a task, or what it waits for, and since when. */
export function TaskWho({ task }: { task: TaskFactsFragment }) {
  const { t } = useTranslation();
  const { person } = useViewer();
  const { state, webhook, assignee, team, comesAfter, dueAt, startedAt, endedAt } = task;
  const before = comesAfter.filter((other) => other.state !== 'DONE').map(({ name }) => `“${name}”`);
  if (state === 'WAITING' && before.length > 0) return t('fulfilment.after', { names: before.join(', ') });
  const who = assignee
    ? t(assignee.id === person.id ? 'fulfilment.byYou' : 'fulfilment.by', { name: assignee.name, team: team.name })
    : webhook && state !== 'FAILED'
      ? t('fulfilment.byWebhook', { webhook })
      : t('fulfilment.byTeam', { team: team.name });
  const at = endedAt ?? startedAt;
  const when = dueAt ? t('fulfilment.answerBy') : t(endedAt ? 'fulfilment.doneAt' : 'fulfilment.since');
  return (
    <>
      {who}
      {(dueAt ?? at) && (
        <>
          {', '}
          <span className="one-line">
            {when} <Instant at={(dueAt ?? at)!} />
          </span>
        </>
      )}
    </>
  );
}
