import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'

/** True when the address names a replica set, without which MongoDB has no transactions. SRV addresses are clusters. */
export function namesReplicaSet(url: string): boolean {
  return url.startsWith('mongodb+srv://') || new URL(url).searchParams.has('replicaSet')
}

/**
 * Payload's MongoDB adapter. `plain` switches off the joins and lookups by aggregation pipelines that some servers with
 * MongoDB's protocol lack; it changes speed, not results.
 */
export function mongo(url: string, plain: boolean): DatabaseAdapterObj {
  return mongooseAdapter({
    url,
    transactionOptions: namesReplicaSet(url) ? {} : false,
    ensureIndexes: true,
    ...(plain ? { useJoinAggregations: false, usePipelineInSortLookup: false } : {}),
  })
}
