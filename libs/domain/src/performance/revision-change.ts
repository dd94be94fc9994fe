/** What a revision of a result may know that the one before it did not. */
export const REVISION_CHANGES = ['correction', 'lateData', 'exclusion', 'maintenance', 'record'] as const;
export type RevisionChangeKind = (typeof REVISION_CHANGES)[number];
