import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { SignInAsDemoPersonDocument } from '../generated/graphql';
import { ErrorPanel } from '../ui/error-panel';
import { RefusalPanel } from '../ui/refusal-panel';
import { Refused } from '../ui/refused';
import { useArrive } from './use-arrive';
import classes from './demo-people.module.css';

type Props = { people: { id: string; name: string; job: string }[]; address?: string };

/** One person per job of the demo, one click each. */
export function DemoPeople({ people, address }: Props) {
  const { t } = useTranslation();
  const arrive = useArrive();
  const { mutate, error, isPending, variables } = useAct(SignInAsDemoPersonDocument, {
    changes: [],
    onDone: () => arrive(address),
  });
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.title}>
        {t('people.demo.title')}
      </h2>
      <p className="quiet">{t('people.demo.words')}</p>
      {error && (error instanceof Refused ? <RefusalPanel refused={error} /> : <ErrorPanel error={error} />)}
      <ul className={classes.grid}>
        {people.map(({ id, name, job }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.person}
              disabled={isPending}
              aria-busy={isPending && variables.personId === id}
              onClick={() => mutate({ personId: id })}
            >
              <span>
                <strong>{job}</strong>
                <span className="quiet">{name}</span>
              </span>
              <IconArrowRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
