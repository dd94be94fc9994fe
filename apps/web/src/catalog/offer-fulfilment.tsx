import { inWorkingOrder, type FulfilmentTemplate, type TaskTemplate } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TeamsDocument } from '../generated/graphql';
import classes from './offer.module.css';

/** What is done to deliver it, in the order in which it can be done; nothing where it is one task of the service's team. */
export function OfferFulfilment({ fulfilment: { tasks } }: { fulfilment: FulfilmentTemplate }) {
  const { t } = useTranslation();
  const isUsual = tasks.length === 1 && !tasks[0]!.team && !tasks[0]!.webhook;
  const { data } = useQuery({ ...query(TeamsDocument, {}), enabled: tasks.some(({ team }) => team) });
  if (isUsual) return null;
  const nameOf = (key: string) => tasks.find((task) => task.key === key)?.name ?? key;
  const by = ({ team, webhook }: TaskTemplate) => {
    if (webhook) return t('catalog.fulfilment.byWebhook', { webhook });
    if (!team) return t('catalog.fulfilment.byService');
    return t('catalog.fulfilment.byTeam', { team: data?.teams.find(({ slug }) => slug === team)?.name ?? team });
  };
  return (
    <section>
      <h3 className={classes.heading}>{t('catalog.fulfilment.title')}</h3>
      <ol className={classes.tasks}>
        {inWorkingOrder(tasks).map((task) => (
          <li key={task.key}>
            {task.name} <span className="quiet">{by(task)}</span>
            {task.after && task.after.length > 0 && (
              <div className="quiet">
                {t('catalog.fulfilment.comesAfter', { names: task.after.map(nameOf).join(', ') })}
              </div>
            )}
            {task.undo && <div className="quiet">{t('catalog.fulfilment.undone', { name: task.undo.name })}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
