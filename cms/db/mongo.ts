import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { createMutex } from './mutex.ts'
import { writingChanges } from './write-changes.ts'

/** An update that waits longer than this fails. Milliseconds. */
const longestWait = 30_000

/** True when the address names a replica set, without which MongoDB has no transactions. SRV addresses are clusters. */
export function namesReplicaSet(url: string): boolean {
  return url.startsWith('mongodb+srv://') || new URL(url).searchParams.has('replicaSet')
}

/**
 * Payload's MongoDB adapter. `plain` avoids what some servers with MongoDB's protocol lack: joins and lookups by aggregation
 * pipelines, and writes that answer with a part of the document. It changes speed, not results.
 */
export function mongo(url: string, plain: boolean): DatabaseAdapterObj {
  const base = mongooseAdapter({
    url,
    transactionOptions: namesReplicaSet(url) ? {} : false,
    ensureIndexes: true,
    ...(plain ? { useJoinAggregations: false, usePipelineInSortLookup: false } : {}),
  })
  return {
    ...base,
    init: args => {
      const adapter = writingChanges(base.init(args) as MongooseAdapter)
      return plain ? answerWhole(adapter) : adapter
    },
  }
}

/**
 * Writes that answer with the whole document: `select` would become `findAndModify` with `fields`. Updates of a collection go one
 * after another: such servers may read a document and write it back whole, and then one of two updates at once is lost.
 */
function answerWhole(adapter: MongooseAdapter): MongooseAdapter {
  const { deleteOne, updateOne } = adapter
  const updates = new Map<string, ReturnType<typeof createMutex>>()
  return Object.assign(adapter, {
    deleteOne: args => deleteOne.call(adapter, { ...args, select: undefined }),
    updateOne: async args => {
      const mutex = updates.get(args.collection) ?? createMutex(`updates of ${args.collection}`)
      updates.set(args.collection, mutex)
      const release = await mutex.acquire(longestWait)
      try {
        return await updateOne.call(adapter, { ...args, select: undefined })
      } finally {
        release()
      }
    },
  } satisfies Partial<MongooseAdapter>)
}
