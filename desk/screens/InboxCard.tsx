import { useState } from 'react'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { isEnough, signersOf } from '#src/crypto/list-change.ts'
import { call } from '../api.ts'
import type { Me, Membership } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useAction } from '../use-action.ts'

/** What members must know of an inbox wherever they meet it: nobody but them can mend it. */
export function InboxAlarms({ inbox }: { inbox: Membership }) {
  const t = texts.inboxes
  const { state, readerCount, isRowChanged } = inbox
  return (
    <>
      {state === 'closed' && <Notice kind="warn">{t.closed}</Notice>}
      {state !== 'founding' && readerCount < 2 && <Notice kind="stop">{t.lastReader}</Notice>}
      {isRowChanged && <Notice kind="stop">{t.rowChanged}</Notice>}
    </>
  )
}

type Props = {
  me: Me
  inbox: Membership
  onOpen(at: 'inbox' | 'approve' | 'sign'): void
  onChanged(said: string): void
}

/** An inbox of the choice: what it is, what waits for this member, and the ways into it. */
export function InboxCard({ me, inbox, onOpen, onChanged }: Props) {
  const t = texts.inboxes
  return (
    <div className="inbox-card flow">
      <h2>{inbox.name}</h2>
      <p className="muted">
        {t.readers}: {inbox.readers}
      </p>
      <InboxAlarms inbox={inbox} />
      {inbox.state === 'founding' ? (
        <Founding inbox={inbox} onReview={() => onOpen('approve')} onChanged={onChanged} />
      ) : (
        <>
          <Signing me={me} inbox={inbox} onSign={() => onOpen('sign')} />
          <button type="button" className="button" onClick={() => onOpen('inbox')}>
            {t.enter}
          </button>
          <SaveRecovery id={inbox.id} />
        </>
      )}
    </div>
  )
}

function waitingText({ isApproved, needsVoucher }: Membership): string {
  if (needsVoucher) return texts.vouch.waiting
  return isApproved ? texts.inboxes.waitingOther : texts.inboxes.waitingYou
}

type FoundingProps = { inbox: Membership; onReview(): void; onChanged(said: string): void }

function Founding({ inbox, onReview, onChanged }: FoundingProps) {
  const t = texts.inboxes
  const [isSure, setSure] = useState(false)
  const action = useAction(async () => {
    await call(`/api/desk/kotak/${inbox.id}/batal`, {})
    onChanged(t.cancelled)
  })
  return (
    <>
      <p className="badge replied">{waitingText(inbox)}</p>
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <div className="actions">
        {!inbox.isApproved && (
          <button type="button" className="button" onClick={onReview}>
            {t.review}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          disabled={action.isBusy}
          onClick={isSure ? action.start : () => setSure(true)}
        >
          {isSure ? t.cancelSure : t.cancel}
        </button>
      </div>
    </>
  )
}

/** The signers of an open inbox whose entry two members have yet to sign; null for any other. */
function signersSoFar(me: Me, inbox: Membership): string[] | null {
  const entry = me.list?.inboxes.find(one => one.id === inbox.id)
  const keys = entry ? signersOf(entry) : []
  return entry === undefined || isEnough(keys) ? null : keys
}

/** Whether an open inbox waits for the signature of this member. */
export function mustSign(me: Me, inbox: Membership): boolean {
  const keys = signersSoFar(me, inbox)
  return keys !== null && me.keys !== null && !keys.includes(me.keys.signer)
}

function Signing({ me, inbox, onSign }: { me: Me; inbox: Membership; onSign(): void }) {
  const t = texts.inboxes
  if (signersSoFar(me, inbox) === null) return null
  const isOpen = mustSign(me, inbox)
  return (
    <>
      <Notice kind="info">{isOpen ? t.unsigned : t.signedByYou}</Notice>
      {isOpen && (
        <button type="button" className="button quiet" onClick={onSign}>
          {t.sign}
        </button>
      )}
    </>
  )
}

/** Saves the inbox's key as an age file: `age -d` opens it with the recovery phrase, without this desk. */
function SaveRecovery({ id }: { id: string }) {
  const t = texts.inboxes
  const action = useAction(async () => {
    const { file } = await call<{ file: string }>(`/api/desk/kotak/${id}/pemulihan`)
    saveFile(`kotak-${id.slice(0, 8)}.age`, new Uint8Array(fromBase64url(file)))
  })
  return (
    <div className="stack tight">
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <p>
        <button type="button" className="link" disabled={action.isBusy} onClick={action.start}>
          {t.saveRecovery}
        </button>
      </p>
      <p className="muted small">{t.saveRecoveryHint}</p>
    </div>
  )
}
