import type { CollectionBeforeValidateHook } from 'payload'
import { refusal } from './refusal.ts'
import { say } from './say.ts'

const valueAt = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], doc)

/** A period, told by the paths of its two days, ends on or after the day on which it starts. */
export function checkPeriod(startPath: string, endPath: string): CollectionBeforeValidateHook {
  return ({ collection, data, originalDoc, req }) => {
    const [start, end] = [startPath, endPath].map(path => valueAt(data, path) ?? valueAt(originalDoc, path))
    if (typeof start === 'string' && typeof end === 'string' && Date.parse(start) > Date.parse(end)) {
      const message = say(req, {
        id: 'Masa berakhir sebelum mulai.',
        en: 'The period ends before it starts.',
      })
      throw refusal(collection, [{ path: endPath, message }], req)
    }
    return data
  }
}
