import { type CollectionBeforeOperationHook, Forbidden } from 'payload'
import { who } from '#cms/access/who.ts'

const writes = new Set(['create', 'update', 'updateByID', 'restoreVersion'])

/**
 * Whatever an editor saves, restores or copies becomes a draft: the published document stays as it is until a publisher
 * acts. Asking outright for a published state is refused.
 */
export const editorsOnlyDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (who(req)?.role !== 'editor' || !writes.has(operation)) return args
  // Payload reads the flag of a restore before this hook: it cannot be set here, only asked for.
  if (operation === 'restoreVersion' && !('draft' in args && args.draft)) throw new Forbidden(req.t)
  const data = 'data' in args ? (args.data as { _status?: unknown } | undefined) : undefined
  if (data?._status === 'published') throw new Forbidden(req.t)
  return {
    ...args,
    draft: true,
    publishAllLocales: false,
    unpublishAllLocales: false,
    publishSpecificLocale: undefined,
  }
}
