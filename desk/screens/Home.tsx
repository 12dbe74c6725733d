import { useCallback, useEffect, useState } from 'react'
import type { RosterMember } from '#src/crypto/roster.ts'
import type { Me, Membership } from '../desk-context.ts'
import { useDesk } from '../desk-context.ts'
import type { Drafts } from '../state/drafts.ts'
import { foundingDraft } from '../state/founding-draft.ts'
import { strangeSigners } from '../state/strange-signers.ts'
import { texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { useSigners } from '../use-signers.ts'
import { VaultError } from '../vault/vault-error.ts'
import { ApproveInbox } from './ApproveInbox.tsx'
import type { Names } from './CaseNotes.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { InboxScreen } from './InboxScreen.tsx'
import { InboxAlarms, InboxCard, mustSign } from './InboxCard.tsx'
import { OpenInbox } from './OpenInbox.tsx'
import { SignEntry } from './SignEntry.tsx'
import { Vouch } from './Vouch.tsx'

type Props = { me: Me; fingerprint: string; drafts: Drafts; onChanged(): void }
type View = { at: 'home' } | { at: 'inbox' | 'approve' | 'sign' | 'vouch'; id: string } | { at: 'open' }

/** The unlocked desk: the only inbox at once, else a choice; what waits for approval; opening a new one. */
export function Home({ me, fingerprint, drafts, onChanged }: Props) {
  const ready = me.inboxes.filter(inbox => inbox.isApproved && inbox.state !== 'founding')
  const hasMore = me.waiting.length > 0 || !me.isListPinned || me.inboxes.some(one => mustSign(me, one))
  const only = me.inboxes.length === 1 && !hasMore ? ready[0] : undefined
  const [view, setView] = useState<View>(() => {
    // Whom the lock took out of the founding form is led back to it.
    if (foundingDraft(drafts, me.user).isBegun()) return { at: 'open' }
    return only ? { at: 'inbox', id: only.id } : { at: 'home' }
  })
  const [notice, setNotice] = useState<string | null>(null)
  const signers = useSigners(me)
  const home = useCallback(
    (said: string | null = null) => {
      setNotice(said)
      setView({ at: 'home' })
      onChanged()
    },
    [onChanged],
  )
  const inbox = 'id' in view ? me.inboxes.find(one => one.id === view.id) : undefined

  const waiting = view.at === 'vouch' ? me.waiting.find(one => one.id === view.id) : undefined
  const entry = me.list?.inboxes.find(one => one.id === inbox?.id)
  const shared = { me, signers, onDone: home, onStale: onChanged, onCancel: () => home() }

  if (view.at === 'open')
    return (
      <OpenInbox
        me={me}
        drafts={drafts}
        onDone={() => home(texts.openInbox.waiting)}
        onCancel={() => home()}
      />
    )
  if (view.at === 'approve' && inbox) return <ApproveInbox {...shared} inbox={inbox} />
  if (view.at === 'sign' && inbox && entry) return <SignEntry {...shared} inbox={inbox} entry={entry} />
  if (view.at === 'vouch' && waiting) return <Vouch {...shared} inbox={waiting} />
  if (view.at === 'inbox' && inbox)
    return <Unsealed key={inbox.id} me={me} inbox={inbox} drafts={drafts} onBack={() => home()} />
  return (
    <main className="home flow">
      <h1>{texts.inboxes.title}</h1>
      {view.at === 'inbox' && <Notice kind="warn">{texts.inboxes.gone}</Notice>}
      {notice && <Notice kind="good">{notice}</Notice>}
      {!me.isListPinned && <Notice kind="stop">{texts.errors.listNotPinned}</Notice>}
      {me.inboxes.length === 0 && (
        <div className="empty flow">
          <h2>{texts.inboxes.none}</h2>
          <p>{texts.inboxes.noneLead}</p>
        </div>
      )}
      <ul className="inbox-cards">
        {me.inboxes.map(one => (
          <li key={one.id}>
            <InboxCard me={me} inbox={one} onOpen={at => setView({ at, id: one.id })} onChanged={home} />
          </li>
        ))}
      </ul>
      {me.waiting.length > 0 && (
        <section className="flow" aria-labelledby="vouch-title">
          <h2 id="vouch-title">{texts.vouch.title}</h2>
          <ul className="inbox-cards">
            {me.waiting.map(one => (
              <li key={one.id} className="inbox-card flow">
                <h3>{one.name}</h3>
                <p className="muted">
                  {texts.inboxes.readers}: {one.readers}
                </p>
                <button type="button" className="button" onClick={() => setView({ at: 'vouch', id: one.id })}>
                  {texts.vouch.review}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="actions">
        <button
          type="button"
          className={me.inboxes.length === 0 ? 'button' : 'button quiet'}
          onClick={() => setView({ at: 'open' })}
        >
          {texts.inboxes.open}
        </button>
      </div>
      <Fingerprint value={fingerprint} />
      <p className="muted measure">{texts.keys.fingerprintLead}</p>
    </main>
  )
}

/** How often somebody who stays in an inbox is told of what happened around it. Milliseconds. */
const refreshEvery = 180_000

type UnsealedProps = { me: Me; inbox: Membership; drafts: Drafts; onBack(): void }

/** Opens the inbox's key in the vault first; an inbox whose key or members do not fit is not shown. */
function Unsealed({ me, inbox, drafts, onBack }: UnsealedProps) {
  const { vault, refreshMe } = useDesk()
  const [members, setMembers] = useState<readonly RosterMember[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const names: Names | null = members && new Map(members.map(member => [member.user, member.name]))
  const entry = me.list?.inboxes.find(one => one.id === inbox.id)
  useEffect(() => {
    vault.addInbox(inbox).then(setMembers, (thrown: unknown) => {
      const isForged = thrown instanceof VaultError && thrown.code === 'tampered'
      setError(isForged ? texts.errors.forgedRoster : texts.errors.notForYou)
    })
  }, [vault, inbox])
  useEffect(() => {
    const timer = setInterval(refreshMe, refreshEvery)
    return () => clearInterval(timer)
  }, [refreshMe])
  return (
    <main>
      <div className="inbox-alarms stack">
        <InboxAlarms inbox={inbox} />
        {members && strangeSigners(entry, members).length > 0 && (
          <Notice kind="stop">{texts.inboxes.strangeSigner}</Notice>
        )}
      </div>
      <p className="up">
        <button type="button" className="link" onClick={onBack}>
          ← {texts.inboxes.title}
        </button>
      </p>
      {error && <Notice kind="stop">{error}</Notice>}
      {names ? (
        <InboxScreen me={me} inbox={inbox} names={names} drafts={drafts} />
      ) : (
        !error && <p role="status">{texts.loading}</p>
      )}
    </main>
  )
}
