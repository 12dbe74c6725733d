import { useState } from 'react'
import { call, DeskError } from '../api.ts'
import { messageOf } from '../messages.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

export type Stage = 'enrol' | 'second-factor' | 'ready'
type Props = {
  hasEnded: boolean
  hasDrafts: boolean
  /** Why the sign-in before this one came to nothing. */
  reason: string | null
  onStage(stage: Stage): void
}

/** E-mail and password. What was typed stays when it fails, but for a password that was refused. */
export function SignIn({ hasEnded, hasDrafts, reason, onStage }: Props) {
  const t = texts.signIn
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState(reason)

  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    setError(null)
    try {
      const { stage } = await call<{ stage: Stage }>('/api/desk/masuk', { email: email.trim(), password })
      onStage(stage)
    } catch (thrown) {
      const isTyped = thrown instanceof DeskError && thrown.status === 400
      setError(isTyped ? t.refused : messageOf(thrown))
      if (thrown instanceof DeskError && thrown.code === 'refused') setPassword('')
    }
    setBusy(false)
  }

  return (
    <Card title={t.title} lead={t.lead} onSubmit={submit}>
      {hasEnded && (
        <Notice kind="info">
          <p>{texts.errors.ended}</p>
          {hasDrafts && <p>{texts.unlock.drafts}</p>}
        </Notice>
      )}
      {error && <Notice kind="stop">{error}</Notice>}
      <Field
        id="email"
        label={t.email}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        maxLength={254}
      />
      <Field
        id="password"
        label={t.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        maxLength={1024}
      />
      <button type="submit" className="button full" disabled={isBusy || email === '' || password === ''}>
        {isBusy ? t.working : t.button}
      </button>
      <p className="muted small">{t.forgot}</p>
    </Card>
  )
}
