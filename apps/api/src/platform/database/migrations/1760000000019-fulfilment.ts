import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Fulfilment1760000000019 implements MigrationInterface {
  name = 'Fulfilment1760000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "fulfilment_task" (
        "id" uuid NOT NULL,
        "order_id" uuid NOT NULL,
        "order_item_id" uuid NOT NULL,
        "key" text NOT NULL,
        "name" text NOT NULL,
        "team_id" uuid NOT NULL,
        "is_service_team" boolean NOT NULL,
        "undoes_id" uuid,
        "state" text NOT NULL,
        "assignee_id" uuid,
        "webhook" text,
        "answer_minutes" integer,
        "delivery_id" uuid,
        "token_hash" text,
        "earlier_hashes" text[] NOT NULL DEFAULT '{}',
        "due_at" TIMESTAMP WITH TIME ZONE,
        "calls" smallint NOT NULL DEFAULT 0,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "started_at" TIMESTAMP WITH TIME ZONE,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        "note" text,
        CONSTRAINT "fulfilment_task_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "fulfilment_task_order_fkey" FOREIGN KEY ("order_id") REFERENCES "service_order" ("id"),
        CONSTRAINT "fulfilment_task_item_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item" ("id"),
        CONSTRAINT "fulfilment_task_team_fkey" FOREIGN KEY ("team_id") REFERENCES "team" ("id"),
        CONSTRAINT "fulfilment_task_assignee_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person" ("id"),
        CONSTRAINT "fulfilment_task_undoes_fkey" FOREIGN KEY ("undoes_id") REFERENCES "fulfilment_task" ("id"),
        CONSTRAINT "fulfilment_task_delivery_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery" ("id"),
        CONSTRAINT "fulfilment_task_undoes_key" UNIQUE ("undoes_id"),
        CONSTRAINT "fulfilment_task_name_check" CHECK (btrim("name") <> '' AND "key" <> ''),
        CONSTRAINT "fulfilment_task_state_check" CHECK (
          "state" IN ('waiting', 'open', 'started', 'done', 'failed', 'cancelled')
        ),
        CONSTRAINT "fulfilment_task_webhook_check" CHECK (
          num_nulls("webhook", "answer_minutes") IN (0, 2) AND ("webhook" IS NOT NULL OR num_nonnulls("delivery_id", "token_hash") = 0)
        ),
        CONSTRAINT "fulfilment_task_started_check" CHECK ("assignee_id" IS NULL OR "started_at" IS NOT NULL),
        CONSTRAINT "fulfilment_task_assignee_check" CHECK (
          CASE "state" WHEN 'waiting' THEN "assignee_id" IS NULL WHEN 'open' THEN "assignee_id" IS NULL
            WHEN 'started' THEN ("assignee_id" IS NULL) = ("webhook" IS NOT NULL)
            WHEN 'done' THEN num_nonnulls("assignee_id", "webhook") > 0 ELSE true END
        ),
        CONSTRAINT "fulfilment_task_due_check" CHECK (("due_at" IS NOT NULL) = ("state" = 'started' AND "webhook" IS NOT NULL)),
        CONSTRAINT "fulfilment_task_ended_check" CHECK (("state" IN ('waiting', 'open', 'started')) = ("ended_at" IS NULL))
      );
      CREATE INDEX "fulfilment_task_team_index" ON "fulfilment_task" ("team_id", "order_id");
      CREATE INDEX "fulfilment_task_work_index" ON "fulfilment_task" ("team_id", "created_at", "id")
        WHERE "state" IN ('waiting', 'open', 'started', 'failed');
      CREATE INDEX "fulfilment_task_order_index" ON "fulfilment_task" ("order_id", "id");
      CREATE INDEX "fulfilment_task_item_index" ON "fulfilment_task" ("order_item_id");
      CREATE UNIQUE INDEX "fulfilment_task_once_key" ON "fulfilment_task" ("order_item_id", "key")
        WHERE "undoes_id" IS NULL AND "state" IN ('waiting', 'open', 'started');

      CREATE TABLE "fulfilment_dependency" (
        "task_id" uuid NOT NULL,
        "after_id" uuid NOT NULL,
        CONSTRAINT "fulfilment_dependency_pkey" PRIMARY KEY ("task_id", "after_id"),
        CONSTRAINT "fulfilment_dependency_task_fkey" FOREIGN KEY ("task_id") REFERENCES "fulfilment_task" ("id"),
        CONSTRAINT "fulfilment_dependency_after_fkey" FOREIGN KEY ("after_id") REFERENCES "fulfilment_task" ("id"),
        CONSTRAINT "fulfilment_dependency_other_check" CHECK ("task_id" <> "after_id")
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "fulfilment_dependency", "fulfilment_task";`);
  }
}
