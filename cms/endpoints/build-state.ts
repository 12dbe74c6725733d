import type { Endpoint, PayloadRequest } from 'payload'
import { getBuildState } from '#cms/jobs/build-state.ts'
import { enqueue } from '#cms/jobs/enqueue.ts'
import type { Role } from '#src/slugs.ts'

const newsroom: readonly Role[] = ['admin', 'publisher', 'editor']
const mayRebuild: readonly Role[] = ['admin', 'publisher']

/** `GET /api/build-state`: the state of the published site, for staff of the newsroom. */
export const buildStateEndpoint: Endpoint = {
  path: '/build-state',
  method: 'get',
  handler: async req => {
    const refusal = refusalFor(req, newsroom)
    return (
      refusal ?? Response.json(await getBuildState(req.payload), { headers: { 'Cache-Control': 'no-store' } })
    )
  },
}

/** `POST /api/build-state`: asks for a new build although nothing changed, e.g. after a failed one. */
export const rebuildEndpoint: Endpoint = {
  path: '/build-state',
  method: 'post',
  handler: async req => {
    const refusal = refusalFor(req, mayRebuild)
    if (refusal) return refusal
    const label = req.i18n.language === 'en' ? 'Asked for by hand' : 'Diminta dengan tangan'
    await enqueue(req, { kind: 'publish', source: 'manual', docId: null, label, paths: [] })
    return Response.json({ accepted: true }, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  },
}

function refusalFor(req: PayloadRequest, allowed: readonly Role[]): Response | null {
  const isEnglish = req.i18n.language === 'en'
  if (!req.user) return problem(401, isEnglish ? 'Sign in to see this.' : 'Masuk dulu untuk melihat ini.')
  if (allowed.includes(req.user.role as Role)) return null
  return problem(403, isEnglish ? 'Your account may not do this.' : 'Akun Anda tidak berwenang untuk ini.')
}

function problem(status: number, message: string): Response {
  return Response.json({ errors: [{ message }] }, { status, headers: { 'Cache-Control': 'no-store' } })
}
