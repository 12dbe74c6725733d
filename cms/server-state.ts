import type { RequestListener } from 'node:http'
import type { Payload } from 'payload'
import type { Release } from './endpoints/release.ts'
import type { Env } from './env.ts'
import type { GonePaths } from './jobs/gone.ts'

/** What the front server answers from. The start script fills it in, step by step; a new release is one assignment. */
export type ServerState = {
  readonly env: Env
  /** `ready` when every part is served; before that, what is being done. */
  phase: 'starting' | 'building' | 'ready' | 'stopping'
  payload: Payload | null
  /** Next's request handler: `/admin`, `/api`, `/_next`. */
  next: RequestListener | null
  release: Release | null
  gone: GonePaths | null
  /** Development only: answers what the release and the desk's files would answer. */
  develop: { site: RequestListener; desk: RequestListener } | null
}

export function newServerState(env: Env): ServerState {
  return { env, phase: 'starting', payload: null, next: null, release: null, gone: null, develop: null }
}
