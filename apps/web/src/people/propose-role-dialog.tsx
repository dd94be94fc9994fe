import { zodResolver } from '@hookform/resolvers/zod';
import { SCOPES_OF_ROLE, type Role as DomainRole } from '@accord/domain';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed, neededChoice } from '../app/field-rules';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import { ProposeRoleDocument, RoleCodes, ScopeKindCodes, type Role, type ScopeKind } from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { ScopeField } from './scope-field';

const schema = z
  .object({
    role: z.enum(RoleCodes, 'ui.form.required'),
    scopeKind: z.enum(ScopeKindCodes, 'ui.form.required'),
    scopeId: z.string().nullable(),
    from: day,
    to: z.iso.date().nullable(),
    reason: needed,
  })
  .refine(({ scopeKind, scopeId }) => scopeKind === 'ORGANISATION' || neededChoice.safeParse(scopeId).success, {
    path: ['scopeId'],
    message: 'ui.form.required',
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], message: 'ui.form.dates' });

const camel = (code: string) => code.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const scopesOf = (role: Role): ScopeKind[] =>
  SCOPES_OF_ROLE[camel(role) as DomainRole].map((kind) => kind.toUpperCase() as ScopeKind);

/** A role for a person; it comes into force once a second administrator has approved it. */
export function ProposeRoleDialog({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const propose = useAct(ProposeRoleDocument, { done: t('people.roles.proposeDone'), onDone: onClose });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      role: null as never,
      scopeKind: 'ORGANISATION' as ScopeKind,
      scopeId: null,
      from: today,
      to: null,
      reason: '',
    },
  });
  const role = useWatch({ control: form.control, name: 'role' }) as Role | null;
  const kind = useWatch({ control: form.control, name: 'scopeKind' });
  const kinds = role ? scopesOf(role) : ScopeKindCodes;
  const { setValue } = form;
  useEffect(() => {
    const fitting = role ? scopesOf(role) : [];
    if (fitting[0] && !fitting.includes(kind)) setValue('scopeKind', fitting[0]);
  }, [role, kind, setValue]);

  return (
    <FormDialog
      title={t('people.roles.proposeTitle', { name: person.name })}
      form={form}
      submit={t('people.roles.propose')}
      onSubmit={(input) => {
        const scopeId = input.scopeKind === 'ORGANISATION' ? null : input.scopeId;
        return propose.mutateAsync({ input: { ...input, scopeId, personId: person.id } });
      }}
      onClose={onClose}
    >
      <SelectField
        name="role"
        label={t('people.roles.role')}
        description={role ? t(`people.roleHint.${role}`) : undefined}
        options={RoleCodes.map((code) => ({ value: code, label: t(`people.role.${code}`) }))}
        required
      />
      <FieldRow>
        <SelectField
          name="scopeKind"
          label={t('people.roles.scope')}
          options={kinds.map((code) => ({ value: code, label: t(`people.scopeKind.${code}`) }))}
          required
        />
        {kind !== 'ORGANISATION' && <ScopeField key={kind} kind={kind} />}
      </FieldRow>
      <FieldRow>
        <DateField name="from" label={t('people.roles.firstDay')} required />
        <DateField name="to" label={t('people.roles.lastDay')} description={t('people.roles.lastDayHint')} />
      </FieldRow>
      <TextField
        name="reason"
        label={t('ui.confirm.reason')}
        description={t('ui.confirm.reasonHint')}
        rows={2}
        required
      />
    </FormDialog>
  );
}
