'use client'

import { Button, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'

const words = {
  id: {
    title: 'Kotak laporan yang dibaca akun ini',
    lead: 'Sebelum akun ini dihapus atau diberi peran lain, lepaskan dulu dari kotak laporannya. Salinan kunci kotak milik akun ini dihapus dan tidak dapat dikembalikan.',
    left: 'sesudahnya tersisa {{n}} pembaca, yang tetap dapat membaca laporan yang sudah masuk.',
    one: 'sesudahnya tersisa satu pembaca. Bila ia berhalangan, laporan tidak terbaca lagi.',
    none: 'sesudahnya tidak ada yang dapat membacanya. Kotak keluar dari daftar kunci, formulirnya ditutup, dan laporan di dalamnya tidak dapat dibuka lagi di meja.',
    sure: 'Saya mengerti akibatnya',
    button: 'Lepaskan dari kotak laporan',
    done: 'Akun ini tidak lagi membaca kotak laporan. Sekarang akunnya dapat dihapus atau diberi peran lain.',
  },
  en: {
    title: 'Inboxes that this account reads',
    lead: 'Before this account is deleted or given another role, take it out of its inboxes. Its copies of their keys are deleted and cannot be brought back.',
    left: '{{n}} readers stay, who can still read what has come in.',
    one: 'one reader stays. If that person is away, reports are read by nobody.',
    none: 'nobody can read it afterwards. The inbox leaves the key list, its form closes, and the reports in it cannot be opened at the desk any more.',
    sure: 'I understand what this does',
    button: 'Take out of the inboxes',
    done: 'This account reads no inbox any more. It can now be deleted or given another role.',
  },
}
const failed = {
  id: 'Tidak berhasil. Periksa jaringan Anda, lalu coba lagi.',
  en: 'This did not work. Check your connection, then try again.',
}

type Inbox = { id: string; name: { id: string; en: string }; readers: number }

/** For administrators, on a handler's account: what becomes of its inboxes when it goes, and the button that takes it out. */
export function AccountInboxes() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [inboxes, setInboxes] = useState<Inbox[]>([])
  const [isSure, setSure] = useState(false)
  const [said, setSaid] = useState<{ isGood: boolean; text: string } | null>(null)
  const language = i18n.language === 'en' ? 'en' : 'id'
  const text = words[language]
  const isAdmin = user?.role === 'admin'
  const address = `/api/users/${id}/kotak`

  const load = useCallback(async () => {
    const response = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
    if (response?.ok) setInboxes(((await response.json()) as { inboxes: Inbox[] }).inboxes)
  }, [address])
  useEffect(() => {
    if (id && isAdmin) void load()
  }, [id, isAdmin, load])

  async function leave() {
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ inboxes: inboxes.map(one => ({ id: one.id, readers: one.readers })) }),
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as { errors?: { message: string }[] } | null
    setSaid(
      response?.ok
        ? { isGood: true, text: text.done }
        : { isGood: false, text: answer?.errors?.[0]?.message ?? failed[language] },
    )
    setSure(false)
    await load()
  }

  if (!id || !isAdmin || (inboxes.length === 0 && said === null)) return null
  const outcome = (readers: number) =>
    readers === 0 ? text.none : readers === 1 ? text.one : fill(text.left, { n: readers })
  return (
    <section className="ba-account-inboxes" aria-labelledby="ba-account-inboxes">
      <h2 id="ba-account-inboxes">{text.title}</h2>
      {inboxes.length > 0 && (
        <>
          <p>{text.lead}</p>
          <ul>
            {inboxes.map(one => (
              <li key={one.id}>
                <strong>{one.name[language]}</strong>: {outcome(one.readers)}
              </li>
            ))}
          </ul>
          <label>
            <input type="checkbox" checked={isSure} onChange={event => setSure(event.target.checked)} />{' '}
            {text.sure}
          </label>
          <Button buttonStyle="secondary" onClick={leave} disabled={!isSure} margin={false}>
            {text.button}
          </Button>
        </>
      )}
      <div aria-live="polite">
        {said && <p className={said.isGood ? 'ba-hint' : 'ba-warning'}>{said.text}</p>}
      </div>
    </section>
  )
}
