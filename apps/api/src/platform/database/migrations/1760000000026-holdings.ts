import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each budget holds for which order and which subscription. */
export class Holdings1760000000026 implements MigrationInterface {
  name = 'Holdings1760000000026';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE "budget_holding" (
        "id" uuid NOT NULL,
        "budget_id" uuid NOT NULL,
        "order_id" uuid,
        "subscription_id" uuid,
        "amount" numeric NOT NULL,
        CONSTRAINT "budget_holding_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "budget_holding_order_key" UNIQUE ("order_id", "budget_id"),
        CONSTRAINT "budget_holding_subscription_key" UNIQUE ("subscription_id", "budget_id"),
        CONSTRAINT "budget_holding_budget_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget" ("id"),
        CONSTRAINT "budget_holding_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
        CONSTRAINT "budget_holding_subscription_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription" ("id"),
        CONSTRAINT "budget_holding_holder_check" CHECK (num_nonnulls("order_id", "subscription_id") = 1),
        CONSTRAINT "budget_holding_amount_check" CHECK ("amount" > 0)
      );
      CREATE INDEX "budget_holding_budget_index" ON "budget_holding" ("budget_id");
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "budget_holding"');
  }
}
