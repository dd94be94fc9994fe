import { useTranslation } from 'react-i18next';
import type { FullTermsFragment } from '../generated/graphql';
import { Panel } from '../ui/panel';
import classes from './promises.module.css';
import { promiseWords } from './terms-words';

/** What the version before promised and this one does not. */
export function RemovedCommitments({ gone, number }: { gone: readonly FullTermsFragment[]; number: number }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('agreements.noLonger', { number })}>
      <ul className={classes.list}>
        {gone.map((terms) => (
          <li key={terms.id}>
            <del>
              {terms.commitment.service.name}: {terms.name}
            </del>
            <div className="quiet">{promiseWords(terms)}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
