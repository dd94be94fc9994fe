import { z } from 'zod';
import { ImportKindCodes, type ImportProfileFragment, type StartImportInput } from '../../generated/graphql';

/** What is asked before an import; `rows` says how a row finds its service. */
export const importSchema = z
  .object({
    kind: z.enum(ImportKindCodes),
    profileId: z.string().nullable(),
    rows: z.enum(['column', 'one']),
    serviceId: z.string().nullable(),
    sourceName: z.string().trim(),
  })
  .refine(({ kind, profileId }) => kind === 'AGREEMENTS' || profileId, {
    path: ['profileId'],
    error: 'ui.form.required',
  })
  .refine(({ kind, rows, serviceId }) => kind === 'AGREEMENTS' || rows === 'column' || serviceId, {
    path: ['serviceId'],
    error: 'ui.form.required',
  });

export type ImportForm = z.input<typeof importSchema>;
export type ImportOrder = z.output<typeof importSchema>;

/** The column by which a profile finds the service of a row; null when it does not. */
export function serviceColumn(profile: ImportProfileFragment | undefined): string | null {
  if (!profile) return null;
  const { service } = JSON.parse(profile.definition) as { service?: { column: string } };
  return service?.column ?? null;
}

/** The input of the contract: a service only where all rows belong to it. */
export function orderOf(uploadId: string, form: ImportForm, profiles: ImportProfileFragment[]): StartImportInput {
  const { kind, rows, serviceId, sourceName } = form;
  if (kind === 'AGREEMENTS') return { uploadId, kind };
  const profile = profiles.find(({ id, kind: of }) => id === form.profileId && of === kind);
  const byColumn = rows === 'column' && serviceColumn(profile) !== null;
  return {
    uploadId,
    kind,
    profileId: profile?.id ?? null,
    serviceId: byColumn ? null : serviceId,
    sourceName: sourceName.trim() || null,
  };
}
