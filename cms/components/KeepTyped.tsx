'use client'

import {
  Button,
  useAllFormFields,
  useAuth,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { type KeptTyping, readTyping, typingKey, writeTyping } from './kept-typing.ts'

const words = {
  id: {
    found: 'Ada isian Anda dari {{at}} yang belum tersimpan.',
    changed: 'Sesudah itu dokumen ini berubah. Periksa sebelum menyimpan.',
    restore: 'Kembalikan isian itu',
    drop: 'Buang',
  },
  en: {
    found: 'What you wrote at {{at}} was not saved.',
    changed: 'The document has changed since then. Check before you save.',
    restore: 'Bring it back',
    drop: 'Drop it',
  },
}

/** The save after which what was kept was forgotten. It outlives the form, which is another one after a first save. */
let forgotten: ReturnType<typeof useDocumentEvents>['mostRecentUpdate'] = null

/** On a form: keeps in this tab what is typed until it is saved, and offers it again after a session that ended. */
export function KeepTyped() {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const { getData, reset, setModified } = useForm()
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const { mostRecentUpdate: saved } = useDocumentEvents()
  const [found, setFound] = useState<KeptTyping | null>(null)
  const account = String(user?.id ?? '')
  const key = typingKey(account, String(collectionSlug), id)
  const base = (savedDocumentData?.updatedAt as string | undefined) ?? null

  // Payload calls a form unmodified after a refused save too: only a report of the save itself ends the keeping.
  useEffect(() => {
    if (!saved || saved === forgotten || saved.entitySlug !== collectionSlug) return
    forgotten = saved
    writeTyping(typingKey(account, collectionSlug, saved.operation === 'create' ? null : saved.id), null)
  }, [saved, account, collectionSlug])

  useEffect(() => setFound(readTyping(key, account)), [key, account])

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs with every change of a field
  useEffect(() => {
    if (isModified && account) writeTyping(key, { at: new Date().toISOString(), base, data: getData() })
  }, [fields, isModified, key, account])

  if (!found || isModified) return null
  const text = i18n.language === 'en' ? words.en : words.id
  const at = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(found.at))

  async function restore({ data }: KeptTyping) {
    await reset(data)
    setModified(true)
    setFound(null)
  }
  function drop() {
    writeTyping(key, null)
    setFound(null)
  }
  return (
    <div className="ba-kept" role="status">
      <p>
        <strong>{fill(text.found, { at })}</strong> {found.base !== base && text.changed}
      </p>
      <Button onClick={() => restore(found)} margin={false}>
        {text.restore}
      </Button>
      <Button buttonStyle="secondary" onClick={drop} margin={false}>
        {text.drop}
      </Button>
    </div>
  )
}
