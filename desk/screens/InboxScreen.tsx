import { useState } from 'react'
import type { Me, Membership } from '../desk-context.ts'
import { copiesAmong, marked } from '../state/copies.ts'
import type { Drafts } from '../state/drafts.ts'
import { texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { Said } from '../ui/Said.tsx'
import { useInbox } from '../use-inbox.ts'
import type { Names } from './CaseNotes.tsx'
import { ReportView } from './ReportView.tsx'
import { WorkList } from './WorkList.tsx'

type Props = { me: Me; inbox: Membership; names: Names; drafts: Drafts }

/** The work list and the report beside it; on a phone one or the other. */
export function InboxScreen({ me, inbox, names, drafts }: Props) {
  const t = texts.list
  const { cases, error, refresh, reopen } = useInbox(inbox.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const one = cases?.find(found => found.envelope.id === chosen) ?? null
  const copies = copiesAmong((cases ?? []).map(marked))
  const isListed = inbox.listedRecipient === inbox.recipient
  const back = () => {
    const row = `row-${chosen}`
    setChosen(null)
    requestAnimationFrame(() => document.getElementById(row)?.focus())
  }
  return (
    <div className={one === null ? 'inbox' : 'inbox has-report'}>
      <section className="list stack" aria-label={inbox.name}>
        <header className="stack tight">
          <h1>
            <Said text={inbox.name} />
          </h1>
          <p className="muted small">
            {texts.inboxes.readers}: <Said text={inbox.readers} />
          </p>
          {!me.isListPinned && <Notice kind="stop">{texts.errors.listNotPinned}</Notice>}
          {isListed && me.isListPinned && <p className="key-ok small">✓ {t.keyOk}</p>}
          {!isListed && inbox.state === 'open' && <Notice kind="stop">{t.keyBad}</Notice>}
        </header>
        {error && (
          <Notice kind="warn">
            <p>{error}</p>
            <button type="button" className="button quiet" onClick={refresh}>
              {texts.again}
            </button>
          </Notice>
        )}
        {cases === null && !error && <p role="status">{texts.loading}</p>}
        {cases && <WorkList cases={cases} copies={copies} chosen={chosen} onChoose={setChosen} />}
        {cases && (
          <button type="button" className="button quiet refresh" onClick={refresh}>
            {t.refresh}
          </button>
        )}
      </section>
      {one === null ? (
        <p className="choose muted">{cases?.length ? texts.report.choose : ''}</p>
      ) : (
        <ReportView
          // Another content under the same number is another report: nothing that was typed for one goes to the other.
          key={`${one.envelope.id} ${one.read?.first ?? ''}`}
          one={one}
          isCopy={copies.has(one.envelope.id)}
          me={me}
          names={names}
          drafts={drafts}
          onBack={back}
          onChanged={() => reopen(one.envelope.id)}
        />
      )}
    </div>
  )
}
