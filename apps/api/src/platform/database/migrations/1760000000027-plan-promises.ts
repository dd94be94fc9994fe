import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlanPromises1760000000027 implements MigrationInterface {
  name = 'PlanPromises1760000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "plan_promise" (
        "plan_id" uuid NOT NULL,
        "plan_version" integer NOT NULL,
        "subscribers_from" date,
        "agreement_id" uuid,
        "delivery_hours" numeric,
        "delivery_calendar_id" uuid,
        CONSTRAINT "plan_promise_pkey" PRIMARY KEY ("plan_id", "plan_version"),
        CONSTRAINT "plan_promise_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
        CONSTRAINT "plan_promise_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id"),
        CONSTRAINT "plan_promise_calendar_fkey" FOREIGN KEY ("delivery_calendar_id") REFERENCES "service_calendar" ("id")
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "plan_promise"');
  }
}
