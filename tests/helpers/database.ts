/**
 * The database that the CMS tests run on, and what it lacks. `TEST_DATABASE_URL` names a MongoDB server; without it each
 * test file gets an SQLite file of its own. `TEST_DATABASE_LACKS` lists, by comma, what a stand-in server cannot do.
 */
const lacks = new Set((process.env.TEST_DATABASE_LACKS ?? '').split(',').filter(Boolean))
const url = process.env.TEST_DATABASE_URL ?? null

export const database = {
  url,
  engine: url ? ('mongodb' as const) : ('sqlite' as const),
  transactions: !lacks.has('transactions'),
  /** Sorting by a field of a related document: `$lookup`. */
  relationSort: !lacks.has('lookup'),
}
