import { useState } from 'react'
import type { RosterMember } from '#src/crypto/roster.ts'
import { isFingerprint } from '#src/crypto/member.ts'
import type { Recipient } from '#src/crypto/age.ts'
import { call } from '../api.ts'
import { type Me, useDesk } from '../desk-context.ts'
import type { Drafts } from '../state/drafts.ts'
import { type FoundingField, type FoundingKind as Kind, foundingDraft } from '../state/founding-draft.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useAction } from '../use-action.ts'
import type { Vault } from '../vault/protocol.ts'
import { RecoveryPhrase } from './RecoveryPhrase.tsx'

type Props = { me: Me; drafts: Drafts; onDone(): void; onCancel(): void }

/** Founding an inbox: names for reporters, a second founder whose key was compared by voice, a recovery phrase on paper. */
export function OpenInbox({ me, drafts, onDone, onCancel }: Props) {
  const t = texts.openInbox
  const { vault } = useDesk()
  const draft = foundingDraft(drafts, me.user)
  const [values, setValues] = useState(draft.values)
  const [kind, setKind] = useState(draft.kind)
  const [mismatch, setMismatch] = useState<string | undefined>()
  const [made, setMade] = useState<{ phrase: string; body: unknown } | null>(null)
  const set = (field: FoundingField) => (value: string) => {
    setMismatch(undefined)
    setValues({ ...values, [field]: value })
    draft.setValue(field, value)
  }
  const choose = (value: Kind) => {
    setKind(value)
    draft.setKind(value)
  }
  const cancel = () => {
    draft.drop()
    onCancel()
  }

  const action = useAction(async () => {
    if (me.keys === null) return
    const partner = await call<RosterMember>('/api/desk/rekan', { email: values.email.trim() })
    const keys = { recipient: partner.recipient as Recipient, signer: partner.signer }
    if (!isFingerprint(values.fingerprint, keys)) {
      setMismatch(t.mismatch)
      return
    }
    const own = { user: me.user, name: me.email, recipient: me.keys.recipient, signer: me.keys.signer }
    setMade(await makeSigned(vault, [own, partner], kind, values))
  })

  if (made !== null) {
    const send = async () => {
      await call('/api/desk/kotak', made.body)
      draft.drop()
      onDone()
    }
    return <RecoveryPhrase phrase={made.phrase} name={values.name} send={send} onCancel={cancel} />
  }
  const isComplete = Object.values(values).every(value => value.trim() !== '')
  return (
    <Card title={t.title} lead={t.lead} onSubmit={action.start}>
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <KindChoice kind={kind} onChange={choose} />
      <Field
        id="name"
        label={t.name}
        hint={t.nameHint}
        value={values.name}
        onChange={set('name')}
        maxLength={80}
      />
      <Field id="name-en" label={t.nameEn} value={values.nameEn} onChange={set('nameEn')} maxLength={80} />
      <Field
        id="readers"
        label={t.readers}
        hint={t.readersHint}
        value={values.readers}
        onChange={set('readers')}
        maxLength={300}
        isLong
        rows={2}
      />
      <Field
        id="readers-en"
        label={t.readersEn}
        value={values.readersEn}
        onChange={set('readersEn')}
        maxLength={300}
        isLong
        rows={2}
      />
      <Field
        id="partner"
        label={t.partner}
        hint={t.partnerHint}
        type="email"
        value={values.email}
        onChange={set('email')}
        maxLength={254}
      />
      <Field
        id="fingerprint"
        label={t.fingerprint}
        hint={t.fingerprintHint}
        inputMode="numeric"
        value={values.fingerprint}
        onChange={set('fingerprint')}
        error={mismatch}
        maxLength={60}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={action.isBusy || !isComplete}>
          {action.isBusy ? t.making : t.button}
        </button>
        <button type="button" className="button quiet" onClick={cancel} disabled={action.isBusy}>
          {texts.cancel}
        </button>
      </div>
    </Card>
  )
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** Makes the inbox's key and signs its entry, all in the vault. Nothing is sent yet. */
async function makeSigned(
  vault: Vault,
  founders: readonly [RosterMember, RosterMember],
  kind: Kind,
  values: Record<FoundingField, string>,
): Promise<{ phrase: string; body: unknown }> {
  const { phrase, recipient, ...files } = await vault.makeInbox(founders)
  const entry = {
    id: crypto.randomUUID(),
    kind,
    name: { id: oneLine(values.name), en: oneLine(values.nameEn) },
    readers: { id: oneLine(values.readers), en: oneLine(values.readersEn) },
    keyVersion: 1,
    recipient,
  }
  const wrapped = files.wraps.find(wrap => wrap.user === founders[0].user)?.wrapped ?? ''
  await vault.addInbox({ id: entry.id, recipient, wrapped, roster: files.roster })
  const { signature } = await vault.signEntry(entry)
  return { phrase, body: { entry, signature, ...files } }
}

function KindChoice({ kind, onChange }: { kind: Kind; onChange(kind: Kind): void }) {
  const t = texts.openInbox
  return (
    <fieldset className="choices">
      <legend>{t.kind}</legend>
      {(['umum', 'petugas'] as const).map(value => (
        <label key={value} className="choice" htmlFor={`kind-${value}`}>
          <input
            id={`kind-${value}`}
            type="radio"
            name="kind"
            checked={kind === value}
            onChange={() => onChange(value)}
          />
          <span>{t.kinds[value]}</span>
        </label>
      ))}
    </fieldset>
  )
}
