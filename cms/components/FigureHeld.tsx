'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

type Why = 'small' | 'joined' | 'beside' | 'gap'
type Held = { id: string; why: Why }

const words = {
  id: {
    small: 'Ditahan: di bawah 10, akan digabung dengan bulan berikutnya',
    joined: 'Terbit dalam angka gabungan beberapa masa atau alasan',
    beside: 'Ditahan: bersama angka yang sudah terbit, angka kecil dapat dihitung dari selisihnya',
    gap: 'Ditahan: situs dipulihkan dari cadangan, dan angka yang terbit sesudah cadangan itu belum dimasukkan kembali oleh pengelola server',
    hint: 'Angka di bawah 10 tidak ditampilkan agar tidak menunjuk orang tertentu. Tidak ada yang perlu Anda ubah.',
  },
  en: {
    small: 'Held: below 10, will be joined with the next month',
    joined: 'Published within a joined figure of several periods or reasons',
    beside:
      'Held: next to a figure that was published before, a small count would follow from the difference',
    gap: 'Held: the site was restored from a backup, and whoever runs the server has not yet added the figures that came out after it',
    hint: 'Counts below 10 are not shown, so that they point at nobody. There is nothing you need to change.',
  },
}

const askHeld = (): Promise<readonly Held[]> =>
  fetch('/api/figures/held', { credentials: 'same-origin' })
    .then(async response => (response.ok ? (await response.json()).items : []))
    .catch(() => [])

/** One question for all rows of a list, as long as it is on the screen. */
let shared: { answer: Promise<readonly Held[]>; users: number } | null = null
function shareHeld() {
  shared ??= { answer: askHeld(), users: 0 }
  shared.users++
  return shared.answer
}
function leaveHeld() {
  if (shared && --shared.users === 0) shared = null
}

const useWords = () => (useTranslation().i18n.language === 'en' ? words.en : words.id)

/** On a figure: that and why disclosure control keeps it from the public. */
export function FigureHeld() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const [why, setWhy] = useState<Why | null>(null)
  const text = useWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the document was saved
  useEffect(() => {
    let isCurrent = true
    if (id) askHeld().then(items => isCurrent && setWhy(whyOf(items, id)))
    return () => {
      isCurrent = false
    }
  }, [id, lastUpdateTime])
  return (
    <div role="status">
      {why && (
        <p className="ba-warning">
          <strong>{text[why]}.</strong> {text.hint}
        </p>
      )}
    </div>
  )
}

/** The same in a row of the list. */
export function FigureHeldCell({ rowData }: { rowData?: { id?: unknown } }) {
  const [why, setWhy] = useState<Why | null>(null)
  const text = useWords()
  const id = rowData?.id
  useEffect(() => {
    let isCurrent = true
    shareHeld().then(items => isCurrent && setWhy(whyOf(items, id)))
    return () => {
      isCurrent = false
      leaveHeld()
    }
  }, [id])
  return <span>{why ? text[why] : '–'}</span>
}

const whyOf = (items: readonly Held[], id: unknown) => items.find(item => item.id === id)?.why ?? null
