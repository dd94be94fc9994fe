import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bundles1760000000021 implements MigrationInterface {
  name = 'Bundles1760000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUNDLES);
    await runner.query(CHOOSING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "related_service", "bundle_favourite", "favourite", "bundle_part";
      ALTER TABLE "order_item" DROP CONSTRAINT "order_item_bundle_fkey";
      ALTER TABLE "bundle" DROP CONSTRAINT "bundle_live_version_fkey";
      DROP TABLE "bundle_version", "bundle";
    `);
  }
}

const BUNDLES = `
  CREATE TABLE "bundle" (
    "id" uuid NOT NULL,
    "slug" text NOT NULL,
    "name" text NOT NULL,
    "outcome" text NOT NULL,
    "description" text NOT NULL,
    "synonyms" text array NOT NULL,
    "owner_id" uuid NOT NULL,
    "live_version_id" uuid,
    "ended_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "bundle_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bundle_slug_key" UNIQUE ("slug"),
    CONSTRAINT "bundle_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "bundle_words_check" CHECK (btrim("name") <> '' AND btrim("outcome") <> ''),
    CONSTRAINT "bundle_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "person" ("id")
  );
  CREATE INDEX "bundle_owner_index" ON "bundle" ("owner_id");

  CREATE TABLE "bundle_version" (
    "id" uuid NOT NULL,
    "bundle_id" uuid NOT NULL,
    "number" integer NOT NULL,
    "state" text NOT NULL,
    "definition" json NOT NULL,
    "revision" integer NOT NULL DEFAULT 1,
    "written_by_ids" uuid array NOT NULL,
    "drafted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "proposed_by_id" uuid,
    "proposed_at" TIMESTAMP WITH TIME ZONE,
    "decided_by_id" uuid,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    "reason" text,
    "bootstrap" boolean NOT NULL DEFAULT false,
    CONSTRAINT "bundle_version_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bundle_version_number_key" UNIQUE ("bundle_id", "number"),
    CONSTRAINT "bundle_version_number_check" CHECK ("number" >= 1),
    CONSTRAINT "bundle_version_state_check"
      CHECK ("state" IN ('draft', 'proposed', 'published', 'replaced', 'withdrawn')),
    CONSTRAINT "bundle_version_proposed_check"
      CHECK (CASE "state" WHEN 'draft' THEN "proposed_at" IS NULL WHEN 'withdrawn' THEN true ELSE "proposed_at" IS NOT NULL END
        AND ("proposed_at" IS NULL) = ("proposed_by_id" IS NULL)),
    CONSTRAINT "bundle_version_decided_check"
      CHECK (("state" IN ('draft', 'proposed')) = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)),
    CONSTRAINT "bundle_version_second_person_check"
      CHECK ("state" NOT IN ('published', 'replaced') OR "bootstrap" OR "decided_by_id" <> ALL ("written_by_ids" || "proposed_by_id")),
    CONSTRAINT "bundle_version_bundle_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundle" ("id"),
    CONSTRAINT "bundle_version_proposed_by_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person" ("id"),
    CONSTRAINT "bundle_version_decided_by_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person" ("id")
  );
  CREATE UNIQUE INDEX "bundle_version_open_key" ON "bundle_version" ("bundle_id") WHERE "state" IN ('draft', 'proposed');
  CREATE UNIQUE INDEX "bundle_version_live_key" ON "bundle_version" ("bundle_id") WHERE "state" = 'published';
  ALTER TABLE "bundle"
    ADD CONSTRAINT "bundle_live_version_fkey" FOREIGN KEY ("live_version_id") REFERENCES "bundle_version" ("id");

  CREATE TABLE "bundle_part" (
    "bundle_id" uuid NOT NULL,
    "key" text NOT NULL,
    "plan_id" uuid NOT NULL,
    "position" smallint NOT NULL,
    "required" boolean NOT NULL,
    "quantity" integer NOT NULL,
    "limits" jsonb NOT NULL DEFAULT '[]',
    "most" integer,
    CONSTRAINT "bundle_part_pkey" PRIMARY KEY ("bundle_id", "key"),
    CONSTRAINT "bundle_part_plan_key" UNIQUE ("bundle_id", "plan_id"),
    CONSTRAINT "bundle_part_quantity_check"
      CHECK ("quantity" BETWEEN 1 AND 100000 AND "most" BETWEEN "quantity" AND 100000),
    CONSTRAINT "bundle_part_bundle_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundle" ("id"),
    CONSTRAINT "bundle_part_plan_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id")
  );
  CREATE INDEX "bundle_part_plan_index" ON "bundle_part" ("plan_id");

  ALTER TABLE "order_item"
    ADD CONSTRAINT "order_item_bundle_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundle" ("id");
`;

/** Who keeps what at hand. */
const favouritesOf = (kept: 'service' | 'bundle', table: string) => `
  CREATE TABLE "${table}" (
    "person_id" uuid NOT NULL,
    "${kept}_id" uuid NOT NULL,
    "since" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "${table}_pkey" PRIMARY KEY ("person_id", "${kept}_id"),
    CONSTRAINT "${table}_person_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    CONSTRAINT "${table}_${kept}_fkey" FOREIGN KEY ("${kept}_id") REFERENCES "${kept}" ("id")
  );
  CREATE INDEX "${table}_${kept}_index" ON "${table}" ("${kept}_id");
`;

const CHOOSING = `
  ${favouritesOf('service', 'favourite')}
  ${favouritesOf('bundle', 'bundle_favourite')}
  CREATE TABLE "related_service" (
    "service_id" uuid NOT NULL,
    "related_id" uuid NOT NULL,
    CONSTRAINT "related_service_pkey" PRIMARY KEY ("service_id", "related_id"),
    CONSTRAINT "related_service_self_check" CHECK ("service_id" <> "related_id"),
    CONSTRAINT "related_service_service_fkey" FOREIGN KEY ("service_id") REFERENCES "service" ("id"),
    CONSTRAINT "related_service_related_fkey" FOREIGN KEY ("related_id") REFERENCES "service" ("id")
  );
  CREATE INDEX "related_service_related_index" ON "related_service" ("related_id");
`;
