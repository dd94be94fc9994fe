import { defineLoader } from '../../platform/graphql/loaders.js';
import type { NoticeEntity } from './notice.entity.js';
import { readSubjects, type NoticeSubject } from './notice-subjects.js';

/** What a notice is about; null when its reader may not read it any more. Keyed by `type id`. */
const subjectByKey = defineLoader<string, NoticeSubject | null>((keys, { manager, act: { viewer, at } }) => {
  const subjects = keys.map((key) => {
    const [subjectType, subjectId] = key.split(' ') as [string, string];
    return { subjectType, subjectId };
  });
  return viewer ? readSubjects(manager, { viewer, at }, subjects) : Promise.resolve(subjects.map(() => null));
});

/** Loader and key of what a notice is about. */
export function subjectOf({ subjectType, subjectId }: Pick<NoticeEntity, 'subjectType' | 'subjectId'>) {
  return [subjectByKey, `${subjectType} ${subjectId}`] as const;
}
