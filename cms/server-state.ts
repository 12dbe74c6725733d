import type { RequestListener } from 'node:http'
import type { Payload } from 'payload'
import type { Release } from './endpoints/release.ts'
import type { Env } from './env.ts'
import type { GonePaths } from './jobs/gone.ts'

/** What the front server answers from. The start script fills it in, step by step; a new release is one assignment. */
export type ServerState = {
  readonly env: Env
  /** `ready` when every part is served; before that, what is being done. A release is served in every phase. */
  phase: 'starting' | 'building' | 'ready' | 'stopping'
  payload: Payload | null
  /** Next's request handler: `/admin`, `/api`, `/_next`. */
  next: RequestListener | null
  release: Release | null
  /** What must not be served; null while nobody knows. Nothing of a release is served without it. */
  gone: Pick<GonePaths, 'has' | 'isShown'> | null
  /** The desk's files are there and come from the sources as they are. */
  isDeskReady: boolean
  /** Development only: answers what the release and the desk's files would answer. */
  develop: { site: RequestListener; desk: RequestListener } | null
}

export function newServerState(env: Env): ServerState {
  return {
    env,
    phase: 'starting',
    payload: null,
    next: null,
    release: null,
    gone: null,
    isDeskReady: false,
    develop: null,
  }
}
