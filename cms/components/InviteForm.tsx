'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useEffect, useState } from 'react'
import { bareName } from '#cms/fields/own-office.ts'
import { roleLabels } from '#cms/collections/role-labels.ts'
import { type Role, roles } from '#src/slugs.ts'
import type { inviteWords } from './invite-words.ts'

export type Invitation = { name: string; email: string; role: Role; office: string }
type Office = { id: string; name: string }

type Props = {
  problems: Readonly<Record<string, string>>
  text: (key: keyof typeof inviteWords) => string
  language: 'id' | 'en'
  onSend: (invitation: Invitation) => Promise<void>
}

const askOffices = (): Promise<readonly Office[]> =>
  fetch('/api/offices?limit=1000&depth=0&sort=name&select[name]=true', { credentials: 'same-origin' })
    .then(async response => (response.ok ? (await response.json()).docs : []))
    .catch(() => [])

/** Who is invited. What was typed stays when the server refuses it. */
export function InviteForm({ language, onSend, problems, text }: Props) {
  const [invitation, setInvitation] = useState<Invitation>({
    name: '',
    email: '',
    role: 'editor',
    office: '',
  })
  const [offices, setOffices] = useState<readonly Office[]>([])
  const [isSending, setIsSending] = useState(false)
  useEffect(() => {
    askOffices().then(setOffices)
  }, [])
  const needsOffice = invitation.role === 'editor' || invitation.role === 'publisher'

  /** What ties a control to its value and to what is wrong with it. */
  const control = (name: keyof Invitation) => ({
    id: `ba-invite-${name}`,
    value: invitation[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setInvitation(before => ({ ...before, [name]: target.value })),
    ...(problems[name] ? { 'aria-invalid': true, 'aria-describedby': `ba-invite-${name}-problem` } : {}),
  })
  const problem = (name: keyof Invitation) =>
    problems[name] && (
      <p className="ba-warning" id={`ba-invite-${name}-problem`} role="alert">
        {problems[name]}
      </p>
    )

  async function send(event: FormEvent) {
    event.preventDefault()
    setIsSending(true)
    await onSend(invitation).finally(() => setIsSending(false))
  }
  return (
    <form className="ba-form" onSubmit={send} noValidate>
      <label htmlFor="ba-invite-name">{text('name')}</label>
      <input {...control('name')} maxLength={120} autoComplete="off" />
      {problem('name')}
      <label htmlFor="ba-invite-email">{text('email')}</label>
      <input {...control('email')} type="email" maxLength={200} autoComplete="off" />
      {problem('email')}
      <label htmlFor="ba-invite-role">{text('role')}</label>
      <select {...control('role')}>
        {roles.map(role => (
          <option key={role} value={role}>
            {roleLabels[role][language]}
          </option>
        ))}
      </select>
      <p className="ba-hint">{text('roleHint')}</p>
      {problem('role')}
      <label htmlFor="ba-invite-office">{text('office')}</label>
      <select {...control('office')}>
        <option value="">{text(needsOffice ? 'choose' : 'noOffice')}</option>
        {offices.map(({ id, name }) => (
          <option key={id} value={id}>
            {bareName(name)}
          </option>
        ))}
      </select>
      {problem('office')}
      <Button type="submit" disabled={isSending}>
        {text('send')}
      </Button>
    </form>
  )
}
