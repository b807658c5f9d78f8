import { type Kysely, type Migration, Migrator, sql } from 'kysely';

export type Dialect = 'libsql' | 'postgres';

/**
 * Every change that the tables ever went through, by name and in the order of the names. What has
 * been released is never edited: a further change is a further migration.
 */
function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return { '0001-classes': { up: (db) => makeClasses(db, dialect) } };
}

async function makeClasses(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { schema } = db;
  // Small rows that are found by their key alone, so the key and the row are one tree.
  const lean = dialect === 'libsql' ? sql`without rowid` : sql``;
  // Rewritten on every beat: with room on its page a row need not move, nor its index change.
  const roomy = dialect === 'libsql' ? lean : sql`with (fillfactor = 50)`;

  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  for (const [table, number] of [
    ['seats', 'seat'],
    ['acts', 'n'],
  ] as const) {
    await schema
      .createTable(table)
      .addColumn('session', 'text', (column) =>
        column.notNull().references('sessions.id').onDelete('cascade'),
      )
      .addColumn(number, 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['session', number])
      .execute();
  }
  await schema
    .createTable('matches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session', 'text', (column) =>
      column.notNull().references('sessions.id').onDelete('cascade'),
    )
    .addColumn('made', 'integer', (column) => column.notNull())
    .addColumn('ending', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('matches_made', ['session', 'made'])
    .execute();
  await schema
    .createTable('progress')
    .addColumn('match', 'text', (column) =>
      column.notNull().primaryKey().references('matches.id').onDelete('cascade'),
    )
    .addColumn('tick', 'integer', (column) => column.notNull())
    .modifyEnd(roomy)
    .execute();
  await schema
    .createTable('journal')
    .addColumn('match', 'text', (column) =>
      column.notNull().references('matches.id').onDelete('cascade'),
    )
    .addColumn('tick', 'integer', (column) => column.notNull())
    .addColumn('inputs', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['match', 'tick'])
    .modifyEnd(lean)
    .execute();
  await schema
    .createTable('states')
    .addColumn('match', 'text', (column) =>
      column.notNull().references('matches.id').onDelete('cascade'),
    )
    .addColumn('tick', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('states_key', ['match', 'tick'])
    .execute();
  await schema
    .createTable('segments')
    .addColumn('match', 'text', (column) =>
      column.notNull().references('matches.id').onDelete('cascade'),
    )
    .addColumn('tick', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('segments_key', ['match', 'tick'])
    .execute();
  await schema
    .createTable('reports')
    .addColumn('match', 'text', (column) =>
      column.notNull().primaryKey().references('matches.id').onDelete('cascade'),
    )
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
}

/**
 * Brings the tables to where this code expects them.
 * @param schema the schema they are in, where the database has such
 * @throws when a newer version has been here: it may hold what this one would misread or lose
 */
export async function migrate<Any>(
  db: Kysely<Any>,
  dialect: Dialect,
  schema: string | null,
): Promise<void> {
  const migrations = migrationsFor(dialect);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const unknown = (await done(db, schema)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new Error(
      `it was written by a newer version of Hyperward (${unknown.join(', ')}), which this one cannot read`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names of the migrations that the tables have been through. */
async function done<Any>(db: Kysely<Any>, schema: string | null): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isThere = tables.some(
    (table) => table.name === 'kysely_migration' && (schema === null || table.schema === schema),
  );
  if (!isThere) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table('kysely_migration')}`.execute(db);
  return rows.map(({ name }) => name);
}
