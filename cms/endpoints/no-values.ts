import { isStorageFull } from '#cms/storage.ts'
import { isConflict } from './conflicts.ts'
import { FrontError, refuse } from './front.ts'

/** What may be logged of an error near sealed rows: its kind, its database code and where, never its message, which quotes values. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { cause, name, stack } = error
  const code = [error, cause].map(one => (one as { code?: unknown } | undefined)?.code).find(Boolean)
  const frames = (stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [`${name}${code === undefined ? '' : ` ${String(code)}`}`, ...frames].join('\n')
}

/**
 * Runs work on sealed rows. A database error quotes the values of the failed statement; with the log's own clock they would
 * be a trace of when which report came.
 * @throws FrontError as `work` does; 409 for a unique value that is there already; 507 when nothing more can be stored; 500
 * without details for anything else.
 */
export async function withoutValues<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FrontError) throw error
    if (isConflict(error)) throw refuse('already-there')
    if (isStorageFull(error)) throw refuse('storage-full')
    console.error(whereOf(error))
    throw refuse('broken')
  }
}
