'use client'

import { Button, useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { HandOver } from './HandOver.tsx'

const words = {
  id: {
    make: 'Buat tautan kata sandi',
    hint: 'Untuk undangan yang hilang atau kata sandi yang lupa. Tautan yang lama tidak berlaku lagi.',
    failed: 'Tautan tidak dapat dibuat. Coba lagi.',
    invite: 'Buat akun lewat undangan: pemilik akun menulis kata sandinya sendiri.',
    open: 'Undang rekan',
    own: 'Ganti kata sandi, surel, atau ponsel untuk kode',
    email: 'Ganti surel akun ini',
  },
  en: {
    make: 'Make a password link',
    hint: 'For a lost invitation or a forgotten password. An earlier link ends.',
    failed: 'The link could not be made. Try again.',
    invite: 'Make accounts by invitation: the owner of the account sets the password.',
    open: 'Invite a colleague',
    own: 'Change password, e-mail or the phone for codes',
    email: 'Change the e-mail of this account',
  },
}

/**
 * On an account: the way to the page that changes what one signs in with, and for administrators a link with which its owner
 * sets a password. On a new one: the way to invite.
 */
export function AccountLink() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const [link, setLink] = useState<{ url: string; expires: string } | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const text = i18n.language === 'en' ? words.en : words.id
  if (id && id === user?.id)
    return (
      <p className="ba-account-link">
        <a href="/akun">{text.own}</a>
      </p>
    )
  if (user?.role !== 'admin') return null
  if (!id)
    return (
      <p className="ba-account-link">
        {text.invite} <a href="/admin/collections/users#undang">{text.open}</a>
      </p>
    )

  async function make() {
    const response = await fetch(`/api/users/${id}/link`, {
      method: 'POST',
      credentials: 'same-origin',
    }).catch(() => null)
    setHasFailed(!response?.ok)
    setLink(response?.ok ? await response.json() : null)
  }
  return (
    <div className="ba-account-link">
      <Button buttonStyle="secondary" onClick={make} margin={false}>
        {text.make}
      </Button>
      <p className="ba-hint">{text.hint}</p>
      <p>
        <a href={`/akun/surel/${id}`}>{text.email}</a>
      </p>
      <div aria-live="polite">
        {hasFailed && <p className="ba-warning">{text.failed}</p>}
        {link && <HandOver {...link} />}
      </div>
    </div>
  )
}
