import { fill } from '#src/i18n/fill.ts'
import type { KeyList, ListedInbox } from '#src/crypto/key-list.ts'
import { type EntryChange, isEnough, listChanges, signersOf } from '#src/crypto/list-change.ts'
import { visibleText } from '#src/visible-text.ts'
import { texts } from '../texts.ts'
import { Said } from '../ui/Said.tsx'

/** Who signs with which key, as far as this member knows them. */
export type Signers = ReadonlyMap<string, string>

type Props = {
  before: KeyList | null
  after: KeyList
  signers: Signers
  /** The entry that this member is about to sign, and with which key. */
  agreeing?: { readonly id: string; readonly key: string }
}

const shownKey = 8

/** A signature covers both languages, so both are shown. */
const both = ({ id, en }: ListedInbox['name']) => `${id} / ${en}`

const Both = ({ texts: { id, en } }: { texts: ListedInbox['name'] }) => (
  <>
    <Said text={id} /> / <Said text={en} />
  </>
)

function signedBy(keys: readonly string[], signers: Signers, own: string | null): string {
  const t = texts.change
  const nameOf = (key: string) => {
    if (key === own) return t.youNext
    return signers.get(key) ?? fill(t.unknownKey, { key: key.slice(0, shownKey) })
  }
  return keys.length === 0 ? '' : fill(t.signedBy, { names: keys.map(nameOf).join('; ') })
}

/** The whole next key list as a difference to the one in force: what comes, goes, changes and stays, and who signed it. */
export function ListChange({ before, after, signers, agreeing }: Props) {
  const t = texts.change
  return (
    <section className="list-change flow" aria-labelledby="list-change">
      <h2 id="list-change">{t.title}</h2>
      <p className="muted">{before === null || before.inboxes.length === 0 ? t.first : t.lead}</p>
      <ul className="changes">
        {listChanges(before, after).map(one => (
          <Entry
            key={one.entry.id}
            one={one}
            signers={signers}
            own={agreeing?.id === one.entry.id ? agreeing.key : null}
          />
        ))}
      </ul>
    </section>
  )
}

function Entry({ one, signers, own }: { one: EntryChange; signers: Signers; own: string | null }) {
  const t = texts.change
  const { entry, before } = one
  const change = own !== null && one.change === 'kept' ? 'signed' : one.change
  const keys = [...new Set([...signersOf(entry), ...(own === null ? [] : [own])])]
  return (
    <li className="change stack tight">
      <p>
        <span className={`badge ${change === 'kept' ? 'closed' : 'replied'}`}>{t.kinds[change]}</span>
      </p>
      <p>
        <strong>
          <Both texts={entry.name} />
        </strong>
      </p>
      <p className="small">{texts.openInbox.kinds[entry.kind]}</p>
      <p className="small">
        {texts.inboxes.readers}: <Both texts={entry.readers} />
      </p>
      {before && (
        <p className="small">
          {fill(t.was, {
            name: visibleText(both(before.name)),
            readers: visibleText(both(before.readers)),
            version: before.keyVersion,
          })}
        </p>
      )}
      <p className="small muted">{signedBy(keys, signers, own)}</p>
      {change !== 'removed' && !isEnough(keys) && <p className="small key-bad">{t.unsigned}</p>}
    </li>
  )
}
