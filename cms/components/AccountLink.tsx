'use client'

import { Button, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

const words = {
  id: {
    make: 'Buat tautan kata sandi',
    hint: 'Pemilik akun membuka tautan ini dan menulis kata sandinya sendiri. Berlaku sekali, 24 jam. Serahkan langsung, jangan lewat grup.',
    failed: 'Tautan tidak dapat dibuat. Coba lagi.',
    label: 'Tautan untuk diserahkan',
  },
  en: {
    make: 'Make a password link',
    hint: 'The owner of the account opens this link and sets their own password. It works once, for 24 hours. Hand it over in person, not in a group.',
    failed: 'The link could not be made. Try again.',
    label: 'Link to hand over',
  },
}

/** For administrators, on an account: a link with which its owner sets a password, as invitation or reset. */
export function AccountLink() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [link, setLink] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const text = i18n.language === 'en' ? words.en : words.id
  if (!id || user?.role !== 'admin') return null

  async function make() {
    const response = await fetch(`/api/users/${id}/link`, {
      method: 'POST',
      credentials: 'same-origin',
    }).catch(() => null)
    setHasFailed(!response?.ok)
    setLink(response?.ok ? (await response.json()).url : '')
  }
  return (
    <div className="ba-account-link">
      <Button buttonStyle="secondary" onClick={make}>
        {text.make}
      </Button>
      <p className="ba-hint">{text.hint}</p>
      <div aria-live="polite">
        {hasFailed && <p className="ba-warning">{text.failed}</p>}
        {link && (
          <label>
            {text.label}
            <input readOnly value={link} onFocus={event => event.target.select()} />
          </label>
        )}
      </div>
    </div>
  )
}
