import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { type Canonical, canonical } from '#src/crypto/canonical.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import { hasOnlyTrueSignatures, listWith, signersOf, withSignatures } from '#src/crypto/list-change.ts'
import { isFingerprint } from '#src/crypto/member.ts'
import type { RosterMember } from '#src/crypto/roster.ts'
import { call } from '../api.ts'
import { type Me, type Membership, useDesk } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useListAction } from '../use-list-action.ts'
import type { Vault } from '../vault/protocol.ts'
import { ListChange, type Signers } from './ListChange.tsx'

type Props = {
  me: Me
  inbox: Membership
  signers: Signers
  onDone(said: string): void
  onStale(): void
  onCancel(): void
}

type Verdict = { readonly founder: RosterMember } | { readonly wrong: string }

/** Whether the founder signed exactly what is shown, for this inbox's key, and nobody signed it but the two. */
function isFounders(me: Me, { id, recipient, founding }: Membership, founder: RosterMember): boolean {
  if (founding === null || founding.id !== id || founding.recipient !== recipient) return false
  const signers = signersOf(founding)
  const isOurs = signers.every(key => key === founder.signer || key === me.keys?.signer)
  return isOurs && signers.includes(founder.signer) && hasOnlyTrueSignatures(founding)
}

/** What this member finds in the founding as the server shows it now. */
async function inspect(vault: Vault, me: Me, inbox: Membership): Promise<Verdict> {
  const members = await vault.addInbox(inbox).catch(() => [])
  const [first] = members
  if (!first || members.length !== 2 || first.user === me.user) return { wrong: texts.approve.wrongKey }
  return isFounders(me, inbox, first) ? { founder: first } : { wrong: texts.approve.wrongEntry }
}

/**
 * The second founder checks the key wrapped for them, what the founder signed and the whole next key list, compares the
 * founder's fingerprint by voice, signs, and opens the inbox. What was found and typed counts for the founding that it was
 * found in and typed for, never for another that is loaded meanwhile.
 */
export function ApproveInbox({ me, inbox, signers, onDone, onStale, onCancel }: Props) {
  const t = texts.approve
  const { vault } = useDesk()
  const [found, setFound] = useState<{ inbox: Membership; verdict: Verdict } | null>(null)
  const [compared, setCompared] = useState<{ about: string; typed: string; mismatch?: string } | null>(null)
  const entry = inbox.founding
  const about = entry === null ? '' : canonical(entry as unknown as Canonical)
  const { typed, mismatch } = compared?.about === about ? compared : { typed: '', mismatch: undefined }
  const verdict = found?.inbox === inbox ? found.verdict : null
  const wrong = verdict !== null && 'wrong' in verdict ? verdict.wrong : null
  const founder = verdict !== null && 'founder' in verdict ? verdict.founder : null

  useEffect(() => {
    let isOver = false
    inspect(vault, me, inbox).then(now => {
      if (!isOver) setFound({ inbox, verdict: now })
    })
    return () => {
      isOver = true
    }
  }, [vault, me, inbox])

  const action = useListAction(async () => {
    const now = await inspect(vault, me, inbox)
    setFound({ inbox, verdict: now })
    if (entry === null || 'wrong' in now) return
    const keys = { recipient: now.founder.recipient as Recipient, signer: now.founder.signer }
    if (!isFingerprint(typed, keys)) {
      setCompared({ about, typed, mismatch: t.mismatch })
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
        onChange={value => setCompared({ about, typed: value })}
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
