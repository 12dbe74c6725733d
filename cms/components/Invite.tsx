'use client'

import { Button, useAuth, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { HandOver } from './HandOver.tsx'
import { InviteForm, type Invitation } from './InviteForm.tsx'
import { inviteWords } from './invite-words.ts'

type Made = { url: string; expires: string; mailed: boolean | null }
type Problems = Readonly<Record<string, string>>
type Refusal = { errors?: { message?: string; data?: { errors?: { path: string; message: string }[] } }[] }

/** For administrators, above the list of accounts: makes an account whose owner writes the password by a one-time link. */
export function Invite() {
  const { user } = useAuth()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const [made, setMade] = useState<(Made & Invitation) | null>(null)
  const language = i18n.language === 'en' ? 'en' : 'id'
  const text = (key: keyof typeof inviteWords, values: Record<string, string> = {}) =>
    fill(inviteWords[key][language], values)
  useEffect(() => {
    if (location.hash === '#undang') setIsOpen(true)
  }, [])
  if (user?.role !== 'admin') return null

  async function send(invitation: Invitation) {
    const response = await fetch('/api/users/undang', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ ...invitation, office: invitation.office || null }),
    }).catch(() => null)
    if (!response) return setProblems({ form: text('offline') })
    if (!response.ok) return setProblems(problemsOf(await response.json().catch(() => ({})), text('failed')))
    setProblems({})
    setMade({ ...(await response.json()), ...invitation })
    router.refresh()
  }

  if (!isOpen)
    return (
      <div className="ba-invite">
        <Button onClick={() => setIsOpen(true)} margin={false}>
          {text('title')}
        </Button>
      </div>
    )
  return (
    <section className="ba-invite ba-card" aria-labelledby="ba-invite">
      <h2 id="ba-invite">{text('title')}</h2>
      {!made && (
        <>
          <p className="ba-hint">{text('about')}</p>
          <InviteForm problems={problems} text={text} language={language} onSend={send} />
        </>
      )}
      <div aria-live="polite">
        {problems.form && <p className="ba-warning">{problems.form}</p>}
        {made && (
          <>
            <p>
              <strong>{text('made', { name: made.name })}</strong>{' '}
              {made.mailed === true && text('mailed', { email: made.email })}
            </p>
            {made.mailed === false && (
              <p className="ba-warning">{text('notMailed', { email: made.email })}</p>
            )}
            <HandOver url={made.url} expires={made.expires} />
          </>
        )}
      </div>
      <Button
        buttonStyle="secondary"
        onClick={() => {
          setProblems({})
          setIsOpen(made !== null)
          setMade(null)
        }}
      >
        {text(made ? 'another' : 'cancel')}
      </Button>
    </section>
  )
}

function problemsOf({ errors = [] }: Refusal, otherwise: string): Problems {
  const fields = errors.flatMap(({ data }) => data?.errors ?? [])
  if (fields.length === 0) return { form: errors[0]?.message ?? otherwise }
  return Object.fromEntries(fields.map(({ message, path }) => [path, message]))
}
