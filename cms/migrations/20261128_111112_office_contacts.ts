import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`offices_found\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`value\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`source_published\` text,
  	\`source_checked\` text,
  	\`source_note\` text,
  	\`note\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_found_order_idx\` ON \`offices_found\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`offices_found_parent_id_idx\` ON \`offices_found\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_offices_v_version_found\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`value\` text,
  	\`source_title\` text,
  	\`source_url\` text,
  	\`source_published\` text,
  	\`source_checked\` text,
  	\`source_note\` text,
  	\`note\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_offices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_offices_v_version_found_order_idx\` ON \`_offices_v_version_found\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_offices_v_version_found_parent_id_idx\` ON \`_offices_v_version_found\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`offices_areas\` ADD \`year\` numeric;`)
  await db.run(sql`ALTER TABLE \`_offices_v_version_areas\` ADD \`year\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`offices_found\`;`)
  await db.run(sql`DROP TABLE \`_offices_v_version_found\`;`)
  await db.run(sql`ALTER TABLE \`offices_areas\` DROP COLUMN \`year\`;`)
  await db.run(sql`ALTER TABLE \`_offices_v_version_areas\` DROP COLUMN \`year\`;`)
}
