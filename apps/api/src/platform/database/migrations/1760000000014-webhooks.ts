import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks1760000000014 implements MigrationInterface {
  name = 'Webhooks1760000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "webhook" (
        "id" uuid NOT NULL,
        "slug" text NOT NULL,
        "url" text NOT NULL,
        "secret" text NOT NULL,
        "former_secret" text,
        "former_secret_until" TIMESTAMP WITH TIME ZONE,
        "events" text array NOT NULL,
        "state" text NOT NULL,
        "version" integer NOT NULL,
        "made_by_id" uuid NOT NULL,
        "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "webhook_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "webhook_slug_key" UNIQUE ("slug"),
        CONSTRAINT "webhook_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT "webhook_url_check" CHECK ("url" ~ '^https?://'),
        CONSTRAINT "webhook_secret_check" CHECK ("secret" ~ '^whsec_.{32,}$'),
        CONSTRAINT "webhook_former_secret_check" CHECK (("former_secret" IS NULL) = ("former_secret_until" IS NULL)),
        CONSTRAINT "webhook_state_check" CHECK ("state" IN ('active', 'paused', 'ended')),
        CONSTRAINT "webhook_made_by_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person" ("id")
      );

      CREATE TABLE "webhook_delivery" (
        "id" uuid NOT NULL,
        "webhook_id" uuid NOT NULL,
        "event" text NOT NULL,
        "subject_type" text NOT NULL,
        "subject_id" text NOT NULL,
        "body" text NOT NULL,
        "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "state" text NOT NULL,
        "attempts" integer NOT NULL,
        "next_at" TIMESTAMP WITH TIME ZONE,
        "reply_token" text,
        CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "webhook_delivery_state_check" CHECK ("state" IN ('waiting', 'delivered', 'dead')),
        CONSTRAINT "webhook_delivery_attempts_check" CHECK ("attempts" >= 0),
        CONSTRAINT "webhook_delivery_next_check" CHECK (("state" = 'waiting') = ("next_at" IS NOT NULL)),
        CONSTRAINT "webhook_delivery_reply_check" CHECK ("state" = 'waiting' OR "reply_token" IS NULL),
        CONSTRAINT "webhook_delivery_webhook_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook" ("id")
      );
      CREATE INDEX "webhook_delivery_webhook_index" ON "webhook_delivery" ("webhook_id", "id");
      CREATE INDEX "webhook_delivery_open_index" ON "webhook_delivery" ("webhook_id", "state")
        WHERE "state" <> 'delivered';

      CREATE TABLE "webhook_attempt" (
        "id" uuid NOT NULL,
        "delivery_id" uuid NOT NULL,
        "number" integer NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "duration_ms" integer NOT NULL,
        "status" integer,
        "error" text,
        CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "webhook_attempt_number_key" UNIQUE ("delivery_id", "number"),
        CONSTRAINT "webhook_attempt_outcome_check" CHECK (num_nonnulls("status", "error") = 1),
        CONSTRAINT "webhook_attempt_delivery_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery" ("id")
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "webhook_attempt", "webhook_delivery", "webhook";`);
  }
}
