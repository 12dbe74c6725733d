import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`sign_in_tries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`at\` numeric NOT NULL,
  	\`until\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_tries_until_idx\` ON \`sign_in_tries\` (\`until\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_number_idx\` ON \`sign_in_tries\` (\`subject\`,\`number\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_inboxes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`readers\` text NOT NULL,
  	\`readers_en\` text NOT NULL,
  	\`key_version\` numeric DEFAULT 1 NOT NULL,
  	\`recipient\` text NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_inboxes\`("id", "kind", "state", "name", "name_en", "readers", "readers_en", "key_version", "recipient") SELECT "id", "kind", "state", "name", "name_en", "readers", "readers_en", "key_version", "recipient" FROM \`inboxes\`;`)
  await db.run(sql`DROP TABLE \`inboxes\`;`)
  await db.run(sql`ALTER TABLE \`__new_inboxes\` RENAME TO \`inboxes\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`inboxes_state_idx\` ON \`inboxes\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`recipient_idx\` ON \`inboxes\` (\`recipient\`);`)
  await db.run(sql`ALTER TABLE \`sealed_messages\` ADD \`record\` text;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` ADD \`sending\` text;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` ADD \`traded\` integer;`)
  await db.run(sql`ALTER TABLE \`inbox_members\` ADD \`signature\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sign_in_tries\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_inboxes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text NOT NULL,
  	\`readers\` text NOT NULL,
  	\`readers_en\` text NOT NULL,
  	\`key_version\` numeric DEFAULT 1 NOT NULL,
  	\`recipient\` text NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_inboxes\`("id", "kind", "state", "name", "name_en", "readers", "readers_en", "key_version", "recipient") SELECT "id", "kind", "state", "name", "name_en", "readers", "readers_en", "key_version", "recipient" FROM \`inboxes\`;`)
  await db.run(sql`DROP TABLE \`inboxes\`;`)
  await db.run(sql`ALTER TABLE \`__new_inboxes\` RENAME TO \`inboxes\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`inboxes_state_idx\` ON \`inboxes\` (\`state\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`recipient_idx\` ON \`inboxes\` (\`recipient\`);`)
  await db.run(sql`ALTER TABLE \`sealed_messages\` DROP COLUMN \`record\`;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` DROP COLUMN \`sending\`;`)
  await db.run(sql`ALTER TABLE \`spent_proofs\` DROP COLUMN \`traded\`;`)
  await db.run(sql`ALTER TABLE \`inbox_members\` DROP COLUMN \`signature\`;`)
}
