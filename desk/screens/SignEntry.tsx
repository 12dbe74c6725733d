import { keyListHash, type ListedInbox } from '#src/crypto/key-list.ts'
import { listWith, withSignatures } from '#src/crypto/list-change.ts'
import { call } from '../api.ts'
import { type Me, type Membership, useDesk } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useListAction } from '../use-list-action.ts'
import { ListChange, type Signers } from './ListChange.tsx'

type Props = {
  me: Me
  inbox: Membership
  entry: ListedInbox
  signers: Signers
  onDone(said: string): void
  onStale(): void
  onCancel(): void
}

/** A member signs the entry of an inbox that is in the key list without two signatures. */
export function SignEntry({ me, inbox, entry, signers, onDone, onStale, onCancel }: Props) {
  const t = texts.sign
  const { vault } = useDesk()
  const action = useListAction(async () => {
    await vault.addInbox(inbox)
    const own = await vault.signEntry(entry)
    const hash = keyListHash(listWith(me.list, withSignatures(entry, [own])))
    await call(`/api/desk/kotak/${inbox.id}/tanda-tangan`, { hash, signature: own.signature })
    onDone(t.done)
  }, onStale)
  return (
    <Card title={t.title} lead={t.lead} onSubmit={action.start}>
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <ListChange
        before={me.list}
        after={listWith(me.list, entry)}
        signers={signers}
        agreeing={{ id: entry.id, key: me.keys?.signer ?? '' }}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isBusy}>
          {t.button}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </Card>
  )
}
