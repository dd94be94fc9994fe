import type { FulfilmentTemplate } from '@accord/domain';
import { expect, it } from 'vitest';
import { newTask, templateOf, valuesOf } from './fulfilment-values';

const template: FulfilmentTemplate = {
  tasks: [
    {
      key: 'account',
      name: 'Make the account',
      webhook: 'accounts',
      answerMinutes: 60,
      undo: { name: 'Delete it', webhook: 'accounts', answerMinutes: 30 },
    },
    { key: 'hand-over', name: 'Hand over', team: 'workplace', after: ['account'] },
  ],
  acceptanceDays: 3,
};

it('says after the form what it said before, nothing more and nothing less', () => {
  expect(templateOf(valuesOf(template))).toEqual(template);
  expect(templateOf(valuesOf({ tasks: [{ key: 'deliver', name: 'Deliver' }] }))).toEqual({
    tasks: [{ key: 'deliver', name: 'Deliver' }],
  });
});

it('waits for nothing that was taken away, and puts a new task after the last one', () => {
  const values = valuesOf(template);
  const more = [...values.tasks, { ...newTask(values.tasks), name: 'Ask how it goes' }];
  expect(templateOf({ ...values, tasks: more })).toMatchObject({
    tasks: [{}, {}, { key: 'task-3', after: ['hand-over'] }],
  });
  expect(templateOf({ ...values, tasks: values.tasks.slice(1) })).toMatchObject({
    tasks: [{ key: 'hand-over', name: 'Hand over', team: 'workplace' }],
  });
});
