import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BillChanges1760000000036 implements MigrationInterface {
  name = 'BillChanges1760000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "bill_change" (
        "run_id" uuid NOT NULL,
        "unit_id" uuid NOT NULL,
        "service_id" uuid NOT NULL,
        "plan_id" uuid NOT NULL,
        "currency" text NOT NULL,
        "reason" text NOT NULL,
        "amount" numeric NOT NULL,
        CONSTRAINT "bill_change_pkey" PRIMARY KEY ("run_id", "unit_id", "service_id", "plan_id", "currency", "reason")
      );
      CREATE TRIGGER "bill_change_no_update" BEFORE UPDATE ON "bill_change"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER "bill_change_added" AFTER INSERT ON "bill_change"
        REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
      CREATE TRIGGER "bill_change_removed" AFTER DELETE ON "bill_change"
        REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION charge_open_runs_alone();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "bill_change"`);
  }
}
