import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { isMediaUsed } from '#cms/endpoints/media-published.ts'
import { say } from './say.ts'

/** A picture that a published page shows is not deleted under it. */
export const refuseUsedMedia: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isMediaUsed(req.payload, String(id), req)) {
    throw new APIError(
      say(req, {
        id: 'Berkas ini dipakai di halaman yang terbit. Ganti dulu gambarnya di sana.',
        en: 'A published page uses this file. Replace it there first.',
      }),
      409,
      null,
      true,
    )
  }
}
