import { z } from 'zod'
import { piledMarks } from '#src/visible-text.ts'
import { inboxKinds } from './key-list.ts'
import { recipientText } from './schemas.ts'

/** Controls, line breaks, and signs that turn or hide what stands beside them. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u

const text = (max: number) =>
  z
    .string()
    .min(3)
    .max(max)
    .refine(value => value === value.trim() && !unseen.test(value) && !piledMarks.test(value))
const texts = (max: number) => z.strictObject({ id: text(max), en: text(max) })

/**
 * An entry that somebody asks for, without its signatures: a random id, and texts of one line in which every sign is seen.
 * Stricter than `isKeyList`, which takes what was pinned before.
 */
export const entrySchema = z.strictObject({
  id: z.uuidv4(),
  kind: z.enum(inboxKinds),
  name: texts(80),
  readers: texts(300),
  keyVersion: z.int().min(1).max(10_000),
  recipient: recipientText,
})
