'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

const words = {
  id: {
    label: 'Tautan untuk diserahkan',
    copy: 'Salin',
    copied: 'Tersalin',
    until: 'Berlaku sekali, sampai',
    what: 'Serahkan langsung kepada pemilik akun, jangan lewat grup. Di sana pemilik akun menulis kata sandinya sendiri.',
    once: 'Tautan ini hanya tampil sekarang. Bila hilang, buka akunnya di daftar dan buat yang baru.',
  },
  en: {
    label: 'Link to hand over',
    copy: 'Copy',
    copied: 'Copied',
    until: 'Works once, until',
    what: 'Hand it to the owner of the account in person, not in a group. There the owner sets a password.',
    once: 'The link is shown only now. If it is lost, open the account in the list and make a new one.',
  },
}

/** A one-time link, shown once: how long it holds and what to do with it. `expires` is ISO 8601. */
export function HandOver({ expires, url }: { expires: string; url: string }) {
  const { i18n } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setIsCopied] = useState(false)
  const isEnglish = i18n.language === 'en'
  const text = isEnglish ? words.en : words.id
  const until = new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'id-ID', {
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(new Date(expires))

  // Without https there is no clipboard: the link is selected, ready for Ctrl+C.
  async function copy() {
    input.current?.select()
    const isDone = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    )
    setIsCopied(isDone === true)
  }
  return (
    <div className="ba-hand-over">
      <label>
        {text.label}
        <input ref={input} readOnly value={url} onFocus={event => event.target.select()} />
      </label>
      <Button buttonStyle="secondary" onClick={copy} margin={false}>
        {isCopied ? text.copied : text.copy}
      </Button>
      <p>
        <strong>
          {text.until} {until}.
        </strong>{' '}
        {text.what}
      </p>
      <p className="ba-hint">{text.once}</p>
    </div>
  )
}
