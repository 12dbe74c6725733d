import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { isEntrySignature, listWith, withSignatures } from '#src/crypto/list-change.ts'
import { isFingerprint } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { call } from '../api.ts'
import { type Me, type Membership, useDesk } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useListAction } from '../use-list-action.ts'
import { ListChange, type Signers } from './ListChange.tsx'

type Props = {
  me: Me
  inbox: Membership
  signers: Signers
  onDone(said: string): void
  onStale(): void
  onCancel(): void
}

/** Whether the founder signed exactly what is shown, for this inbox's key. */
function isFounders(entry: ListedInbox | null, inbox: Membership, founder: RosterMember): boolean {
  if (entry === null || entry.id !== inbox.id || entry.recipient !== inbox.recipient) return false
  return (entry.signatures ?? []).some(one => one.key === founder.signer && isEntrySignature(entry, one))
}

/**
 * The second founder checks the key wrapped for them, what the founder signed and the whole next key list, compares the
 * founder's fingerprint by voice, signs, and opens the inbox.
 */
export function ApproveInbox({ me, inbox, signers, onDone, onStale, onCancel }: Props) {
  const t = texts.approve
  const { vault } = useDesk()
  const [founder, setFounder] = useState<RosterMember | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState<string | undefined>()
  const entry = inbox.founding

  useEffect(() => {
    vault.addInbox(inbox).then(
      members => {
        const [first] = members
        const isForMe = members.length === 2 && first?.user !== me.user
        if (!first || !isForMe) setWrong(texts.approve.wrongKey)
        else if (!isFounders(inbox.founding, inbox, first)) setWrong(texts.approve.wrongEntry)
        else setFounder(first)
      },
      () => setWrong(texts.approve.wrongKey),
    )
  }, [vault, inbox, me.user])

  const action = useListAction(async () => {
    const keys = founder && { recipient: founder.recipient as Recipient, signer: founder.signer }
    if (entry === null || keys === null || !isFingerprint(typed, keys)) {
      setMismatch(t.mismatch)
      return
    }
    const own = await vault.signEntry(entry)
    const hash = keyListHash(listWith(me.list, withSignatures(entry, [own])))
    const { state } = await call<{ state: string }>(`/api/desk/kotak/${inbox.id}/setuju`, {
      hash,
      signature: own.signature,
    })
    onDone(state === 'open' ? t.done : texts.vouch.waiting)
  }, onStale)

  return (
    <Card title={t.title} lead={fill(t.lead, { founder: founder?.name ?? '…' })} onSubmit={action.start}>
      {wrong && <Notice kind="stop">{wrong}</Notice>}
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      {entry && (
        <ListChange
          before={me.list}
          after={listWith(me.list, entry)}
          signers={signers}
          agreeing={{ id: entry.id, key: me.keys?.signer ?? '' }}
        />
      )}
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
