import type { Endpoint } from 'payload'
import { z } from 'zod'
import { inboxesReadBy, leaveInboxes } from '#cms/accounts/leave-inboxes.ts'
import type { Env } from '#cms/env.ts'
import type { Words } from '#cms/hooks/say.ts'
import { addressedAccount, refused } from './addressed-account.ts'
import { FrontError } from './front.ts'

const problems = {
  body: {
    id: 'Kirim daftar kotak yang Anda lihat: {"inboxes": ["…"]}.',
    en: 'Send the inboxes that you saw: {"inboxes": ["…"]}.',
  },
  moved: {
    id: 'Keadaannya sudah berubah. Lihat lagi kotak mana yang dibaca akun ini.',
    en: 'This has changed meanwhile. Look again which inboxes this account reads.',
  },
} satisfies Record<string, Words>

/** What was on the screen when the administrator confirmed: the inboxes, and how many readers each keeps. */
const seenSchema = z.strictObject({
  inboxes: z.array(z.strictObject({ id: z.string().max(36), readers: z.int().min(0) })).max(1000),
})

const noStore = { headers: { 'Cache-Control': 'no-store' } }
const path = '/:id/kotak'

/**
 * `GET /api/users/:id/kotak`: the inboxes that an account reads and how many readers each keeps without it. `POST` takes it
 * out of them, once the caller sends exactly that: then it can be deleted or get another role. For administrators; no report
 * and no key is in it.
 */
export const accountInboxesEndpoints = (env: Pick<Env, 'KEYLIST_PIN_FILE'>): Omit<Endpoint, 'root'>[] => [
  {
    path,
    method: 'get',
    handler: async req =>
      Response.json(
        { inboxes: await inboxesReadBy(req.payload, (await addressedAccount(req)).id, req) },
        noStore,
      ),
  },
  {
    path,
    method: 'post',
    handler: async req => {
      const { id: user } = await addressedAccount(req)
      const body: unknown = await req.json?.().catch(() => null)
      const seen = seenSchema.safeParse(body)
      if (!seen.success) throw refused(req, 400, problems.body)
      const asText = (inboxes: readonly { id: string; readers: number }[]) =>
        inboxes
          .map(({ id, readers }) => `${id} ${readers}`)
          .sort()
          .join('\n')
      const confirm = (now: readonly { id: string; readers: number }[]) => {
        if (asText(now) !== asText(seen.data.inboxes)) throw refused(req, 409, problems.moved)
      }
      await leaveInboxes({ payload: req.payload, env }, user, confirm).catch((error: unknown) => {
        throw error instanceof FrontError ? refused(req, error.status, error.texts) : error
      })
      return Response.json({ left: seen.data.inboxes.length }, noStore)
    },
  },
]
