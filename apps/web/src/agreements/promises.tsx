import { TextLink } from '../app/text-link';
import { useTranslation } from 'react-i18next';
import type { PromisedCommitmentFragment } from '../generated/graphql';
import classes from './promises.module.css';
import { promiseWords, targetsWords } from './terms-words';
import './words';

/** Promises that have no result yet, in words. */
export function Promises({ commitments }: { commitments: readonly PromisedCommitmentFragment[] }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={classes.list}>
        {commitments.map(({ id, slug, name, service, terms }) => (
          <li key={id}>
            <TextLink
              to="/commitments/$service/$commitment"
              params={{ service: service.slug, commitment: slug }}
              fw={550}
            >
              {name}
            </TextLink>
            <div>{promiseWords(terms)}</div>
            {targetsWords(terms) && <div className="quiet">{targetsWords(terms)}</div>}
          </li>
        ))}
      </ul>
      <p className={`${classes.note} quiet`}>{t('agreements.notJudgedYet')}</p>
    </>
  );
}
