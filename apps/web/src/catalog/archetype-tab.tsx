import { zodResolver } from '@hookform/resolvers/zod';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { ArchetypesDocument, ChangeServiceDocument, type ArchetypeFragment } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { ArchetypeOverridePanel } from './archetype-override-panel';
import { ArchetypeRanking } from './archetype-ranking';
import type { ManagedService } from './manage-service-page';
import { ScoreField } from './score-field';
import { scoreNames, type Scores } from './score-names';
import { byNearness } from './suggested';

const score = z.number('ui.form.required').int().min(1, 'ui.form.required').max(5);
const schema = z.object({
  scores: z.object({
    operationalDependence: score,
    strategicImpact: score,
    standardizability: score,
    uncertainty: score,
  }),
});

/** The four scores and the archetype that they suggest, as one chooses; and who decided otherwise. */
export function ArchetypeTab({ service }: { service: ManagedService }) {
  const asked = useQuery(query(ArchetypesDocument, {}));
  return (
    <Loaded query={asked}>
      {({ archetypes }) => (
        <Stack gap="md">
          <ScoreForm service={service} archetypes={archetypes} />
          <ArchetypeOverridePanel service={service} archetypes={archetypes} />
        </Stack>
      )}
    </Loaded>
  );
}

function ScoreForm({ service, archetypes }: { service: ManagedService; archetypes: readonly ArchetypeFragment[] }) {
  const { t } = useTranslation();
  const change = useAct(ChangeServiceDocument, { done: t('catalog.manage.saved') });
  const none = { operationalDependence: 0, strategicImpact: 0, standardizability: 0, uncertainty: 0 };
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { scores: { ...none, ...service.scores } } });
  const scores: Scores = useWatch({ control: form.control, name: 'scores' });
  const complete = scoreNames.every((name) => scores[name] > 0);
  return (
    <Panel title={t('catalog.archetype.scores')} description={t('catalog.archetype.scoresWords')}>
      <FormPage
        form={form}
        submit={t('people.save')}
        onSubmit={(input) => change.mutateAsync({ id: service.id, input: { ...input, version: service.version } })}
      >
        <div>
          {scoreNames.map((name) => (
            <ScoreField key={name} name={name} />
          ))}
        </div>
        {complete ? (
          <ArchetypeRanking ranking={byNearness(scores, archetypes)} />
        ) : (
          <p className="quiet">{t('catalog.archetype.scoreAll')}</p>
        )}
      </FormPage>
    </Panel>
  );
}
