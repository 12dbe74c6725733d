import { fill } from '#src/i18n/fill.ts'
import { keyListHash } from '#src/crypto/key-list.ts'
import { isSigned, listWith } from '#src/crypto/list-change.ts'
import { call } from '../api.ts'
import { type Me, useDesk, type WaitingInbox } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useListAction } from '../use-list-action.ts'
import { ListChange, type Signers } from './ListChange.tsx'

type Props = {
  me: Me
  inbox: WaitingInbox
  signers: Signers
  onDone(said: string): void
  onStale(): void
  onCancel(): void
}

/**
 * An inbox that two others founded, in the whole next key list. Who vouches for it by a signature lets it onto the report
 * page and gets no key to it.
 */
export function Vouch({ me, inbox, signers, onDone, onStale, onCancel }: Props) {
  const t = texts.vouch
  const { vault } = useDesk()
  const next = listWith(me.list, inbox.entry)
  const isSound = inbox.entry.id === inbox.id && isSigned(inbox.entry)
  const action = useListAction(async () => {
    if (!isSound || me.list === null) return
    const voucher = await vault.signVoucher(me.list, inbox.entry)
    const hash = keyListHash(listWith(me.list, { ...inbox.entry, voucher }))
    await call(`/api/desk/kotak/${inbox.id}/dukung`, { hash, signature: voucher.signature })
    onDone(texts.approve.done)
  }, onStale)
  return (
    <Card title={t.title} lead={t.lead} onSubmit={action.start}>
      <p>{fill(t.founders, { founders: inbox.founders.join(', ') })}</p>
      {!isSound && <Notice kind="stop">{texts.approve.wrongEntry}</Notice>}
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <ListChange before={me.list} after={next} signers={signers} />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isBusy || !isSound}>
          {t.button}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </Card>
  )
}
