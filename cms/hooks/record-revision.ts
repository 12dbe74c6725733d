import type { CollectionBeforeChangeHook } from 'payload'
import { dayOf, storedDay } from '#cms/fields/day.ts'
import { collections } from '#src/slugs.ts'
import { refusal } from './refusal.ts'
import { say } from './say.ts'

type Told = { count?: number; measure?: string; period?: { start?: string; end?: string } }

const periodOf = ({ period }: Told) => `${dayOf(period?.start) ?? '?'} – ${dayOf(period?.end) ?? '?'}`

/** What changed between two states of a figure in the reader's words; empty when nothing that counts did. */
export function describeChange(before: Told, after: Told): string {
  const parts = [
    before.count !== after.count ? `jumlah ${before.count} → ${after.count}` : null,
    before.measure !== after.measure ? `ukuran ${before.measure} → ${after.measure}` : null,
    periodOf(before) !== periodOf(after) ? `masa ${periodOf(before)} → ${periodOf(after)}` : null,
  ]
  return parts.filter(part => part !== null).join('; ')
}

/**
 * A published figure changes in the open: publishing another count, measure or period needs a reason, and both are added to
 * the list that readers see. It compares with what is published now, whatever drafts came between.
 */
export const recordRevision: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || data._status !== 'published' || context.seeding) return data
  const published = await req.payload.findByID({
    collection: collections.figures,
    id: originalDoc.id,
    depth: 0,
    draft: false,
    overrideAccess: true,
    req,
  })
  const wasPublished = published._status === 'published'
  const change = wasPublished ? describeChange(published as Told, data) : ''
  if (change === '') return { ...data, changeReason: null, revisions: published.revisions ?? [] }
  if (!data.changeReason) {
    const message = say(req, {
      id: `Angka ini sudah terbit. Tulis alasan perubahan (${change}).`,
      en: `This figure is published. Give the reason for the change (${change}).`,
    })
    throw refusal(collection, [{ path: 'changeReason', message }], req)
  }
  const revision = { date: storedDay(dayOf(new Date().toISOString())), change, reason: data.changeReason }
  return { ...data, changeReason: null, revisions: [...(published.revisions ?? []), revision] }
}
