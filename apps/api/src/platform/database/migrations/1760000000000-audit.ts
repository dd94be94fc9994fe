import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1760000000000 implements MigrationInterface {
  name = 'Audit1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "audit_entry" (
        "id" uuid NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "actor_id" uuid,
        "action" text NOT NULL,
        "subject_type" text NOT NULL,
        "subject_id" text NOT NULL,
        "before" jsonb,
        "after" jsonb,
        "reason" text,
        "mode" text,
        CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "audit_entry_action_check" CHECK ("action" <> '')
      );
      CREATE INDEX "audit_entry_subject_index" ON "audit_entry" ("subject_type", "subject_id", "id");

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END
      $$;
      CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "audit_entry"; DROP FUNCTION refuse_change();');
  }
}
