import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { isFingerprint } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { call } from '../api.ts'
import { type Me, type Membership, useDesk } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useAction } from '../use-action.ts'

type Props = { me: Me; inbox: Membership; onDone(said: string): void; onCancel(): void }

/** The second founder checks the key wrapped for them, compares the first founder's fingerprint by voice, and opens the inbox. */
export function ApproveInbox({ me, inbox, onDone, onCancel }: Props) {
  const t = texts.approve
  const { vault } = useDesk()
  const [founder, setFounder] = useState<RosterMember | null>(null)
  const [isWrong, setWrong] = useState(false)
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState<string | undefined>()

  useEffect(() => {
    vault.addInbox(inbox).then(
      members => {
        const [first] = members
        const isForMe = members.length === 2 && first?.user !== me.user
        if (first && isForMe) setFounder(first)
        else setWrong(true)
      },
      () => setWrong(true),
    )
  }, [vault, inbox, me.user])

  const action = useAction(async () => {
    const keys = founder && { recipient: founder.recipient as Recipient, signer: founder.signer }
    if (keys === null || !isFingerprint(typed, keys)) {
      setMismatch(t.mismatch)
      return
    }
    const { state } = await call<{ state: string }>(`/api/desk/kotak/${inbox.id}/setuju`, {
      recipient: inbox.recipient,
    })
    onDone(state === 'open' ? t.done : texts.vouch.waiting)
  })

  return (
    <Card title={t.title} lead={fill(t.lead, { founder: founder?.name ?? '…' })} onSubmit={action.start}>
      <dl className="facts">
        <dt>{texts.openInbox.name}</dt>
        <dd>{inbox.name}</dd>
        <dt>{texts.inboxes.readers}</dt>
        <dd>{inbox.readers}</dd>
      </dl>
      {isWrong && <Notice kind="stop">{t.wrongKey}</Notice>}
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <Field
        id="fingerprint"
        label={t.fingerprint}
        hint={texts.openInbox.fingerprintHint}
        inputMode="numeric"
        maxLength={60}
        value={typed}
        onChange={setTyped}
        error={mismatch}
      />
      <div className="actions">
        <button
          type="submit"
          className="button"
          disabled={action.isBusy || founder === null || typed.trim() === ''}
        >
          {t.button}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </Card>
  )
}
