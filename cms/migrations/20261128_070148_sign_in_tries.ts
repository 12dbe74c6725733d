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
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sign_in_tries\`;`)
}
