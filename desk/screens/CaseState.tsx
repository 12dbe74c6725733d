import { useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { keptDays } from '#src/slugs.ts'
import type { Me } from '../desk-context.ts'
import { caseState, deletionDay, today } from '../state/case.ts'
import { dayInWords, texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { useAction } from '../use-action.ts'
import { useEvent } from '../use-event.ts'
import type { OpenCase } from './ReportView.tsx'

type Props = { one: OpenCase; me: Me; onChanged(): Promise<void> }

/** Where the report stands, and the steps that are possible from there. Closing says what it sets in motion and asks once. */
export function CaseState({ one, me, onChanged }: Props) {
  const t = texts.report
  const { envelope, thread, read } = one
  const [isAsking, setAsking] = useState(false)
  const addEvent = useEvent(thread, me.user, onChanged)
  const take = useAction(() => addEvent('take'))
  const close = useAction(async () => {
    await addEvent('close')
    setAsking(false)
  })
  const reopen = useAction(() => addEvent('reopen'))
  const { state, since } = caseState(read.events)
  const isBusy = take.isBusy || close.isBusy || reopen.isBusy
  const error = take.error ?? close.error ?? reopen.error
  const until = envelope.deleteAfter ?? deletionDay(since ?? today(), keptDays)
  const said = {
    new: t.stateNew,
    progress: t.stateProgress,
    closed: fill(t.stateClosed, { day: dayInWords(since ?? today()), until: dayInWords(until) }),
  }
  // The day of deletion is the server's word alone: without a member's event it is no closing.
  const deletion = state === 'closed' ? null : envelope.deleteAfter
  return (
    <div className="stack">
      {deletion !== null && (
        <Notice kind="warn" title={fill(t.deletionTitle, { day: dayInWords(deletion) })}>
          <p>{t.deletionLead}</p>
        </Notice>
      )}
      <p className={`state-text ${state}`}>{said[state]}</p>
      <div className="actions">
        {state === 'new' && (
          <button type="button" className="button" onClick={take.start} disabled={isBusy}>
            {t.take}
          </button>
        )}
        {state === 'closed' || deletion !== null ? (
          <button type="button" className="button quiet" onClick={reopen.start} disabled={isBusy}>
            {t.reopen}
          </button>
        ) : (
          <button
            type="button"
            className="button quiet"
            onClick={() => setAsking(true)}
            disabled={isBusy}
            aria-expanded={isAsking}
          >
            {t.close}
          </button>
        )}
      </div>
      {isAsking && state !== 'closed' && (
        <Notice kind="warn" title={t.closeTitle}>
          <p>{fill(t.closeLead, { days: keptDays, day: dayInWords(deletionDay(today(), keptDays)) })}</p>
          <div className="actions">
            <button type="button" className="button" onClick={close.start} disabled={isBusy}>
              {t.closeButton}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(false)} disabled={isBusy}>
              {texts.cancel}
            </button>
          </div>
        </Notice>
      )}
      {error && <Notice kind="stop">{error}</Notice>}
    </div>
  )
}
