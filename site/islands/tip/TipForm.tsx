import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { knowledges, type Report, subjects } from '#src/crypto/report.ts'
import { fill } from '#src/i18n/fill.ts'
import { CodeSteps } from './CodeSteps.tsx'
import { RadioField, TextField } from './Fields.tsx'
import { NoInbox } from './NoInbox.tsx'
import { Review } from './Review.tsx'
import { type SealedBody, Sending, Sent } from './Sending.tsx'
import type { Receipt } from './sealing.ts'
import type { InboxChoice, TipFields, TipView } from './types.ts'
import { useSealing } from './use-sealing.ts'

const empty: TipFields = {
  subject: '',
  what: '',
  where: '',
  when: '',
  who: '',
  knowledge: 'tidak-disebut',
  inbox: '',
}

type Step = 'story' | 'details' | 'inbox' | 'review' | 'code' | 'send' | 'sent'

/**
 * Inboxes fit for a report. One about officials goes to an inbox for them or nowhere: readers of a general inbox may be their
 * colleagues. Any other goes to an inbox for officials where there is no general one; whoever reads that one is named.
 */
function inboxesFor(subject: string, inboxes: readonly InboxChoice[]): readonly InboxChoice[] {
  const of = (kind: InboxChoice['kind']) => inboxes.filter(inbox => inbox.kind === kind)
  if (subject === 'petugas') return of('petugas')
  return of('umum').length > 0 ? of('umum') : of('petugas')
}

/** Never for reports about officials, nor for who came by Tor: hCaptcha would see the address. */
function mayUseCaptcha(subject: string, inbox: InboxChoice): boolean {
  return subject !== 'petugas' && inbox.kind !== 'petugas' && !location.hostname.endsWith('.onion')
}

/** The report form. There is no form element, so nothing can be posted but by the sealing script; all steps are one history entry. */
export function TipForm({ view, early = {} }: { view: TipView; early?: Partial<TipFields> }) {
  const s = view.strings.form
  const form = useForm<TipFields>({
    defaultValues: { ...empty, ...early },
    mode: 'onChange',
    shouldUnregister: false,
  })
  const [step, setStep] = useState<Step>('story')
  const [isLive, setLive] = useState(false)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const { sealing, retry } = useSealing(view.pin)
  const top = useRef<HTMLDivElement>(null)
  const isFirst = useRef(true)
  const sealedBody = useRef<SealedBody | null>(null)

  useEffect(() => setLive(true), [])
  useEffect(() => {
    document.body.classList.toggle('writing', step !== 'story')
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'start' })
  }, [step])

  const subject = form.watch('subject')
  const values = form.getValues()
  const candidates = inboxesFor(subject, view.inboxes)
  const hasChoice = candidates.length > 1
  const order: Step[] = ['story', 'details', ...(hasChoice ? (['inbox'] as const) : []), 'review', 'code']
  const go = (to: Step) => setStep(to)

  const next = async (fields: (keyof TipFields)[], to: Step) => {
    if (!(await form.trigger(fields, { shouldFocus: true }))) return
    const fitting = inboxesFor(form.getValues('subject'), view.inboxes)
    if (!fitting.some(inbox => inbox.id === form.getValues('inbox'))) {
      form.setValue('inbox', fitting.length === 1 ? (fitting[0] as InboxChoice).id : '')
    }
    go(to)
  }
  const inbox = view.inboxes.find(item => item.id === values.inbox)
  const report = (): Report => {
    const { subject, what, where, when, who, knowledge } = form.getValues()
    return { v: 1, subject: subject || 'lainnya', what, where, when, who, knowledge, language: view.language }
  }
  const number = order.indexOf(step) + 1
  const onlyOfficials = subject !== 'petugas' && !candidates.some(item => item.kind === 'umum')

  return (
    <div className="tip" ref={top} tabIndex={-1}>
      {number > 0 && (
        <p className="progress small muted">{fill(s.step, { now: number, all: order.length })}</p>
      )}
      {step === 'story' && (
        <>
          <RadioField
            form={form}
            name="subject"
            legend={s.subject.legend}
            options={subjects.map(value => ({ value, label: s.subject[value] }))}
            required={s.subjectMissing}
          />
          {candidates.length > 0 ? (
            <>
              <TextField
                form={form}
                name="what"
                label={s.what.label}
                hint={s.what.hint}
                rows={8}
                required={s.what.missing}
              />
              <div className="actions">
                <button
                  className="button large"
                  type="button"
                  disabled={!isLive}
                  onClick={() => next(['subject', 'what'], 'details')}
                >
                  {isLive ? s.next : s.preparing}
                </button>
              </div>
            </>
          ) : (
            <NoInbox strings={s.noInbox} />
          )}
        </>
      )}
      {step === 'details' && (
        <>
          <h2>{s.details.title}</h2>
          <p className="muted">{s.details.lead}</p>
          <TextField
            form={form}
            name="where"
            label={s.details.where}
            hint={s.details.whereHint}
            rows={2}
            note={s.optional}
          />
          <TextField
            form={form}
            name="when"
            label={s.details.when}
            hint={s.details.whenHint}
            rows={2}
            note={s.optional}
          />
          <TextField
            form={form}
            name="who"
            label={s.details.who}
            hint={s.details.whoHint}
            rows={4}
            note={s.optional}
          />
          <RadioField
            form={form}
            name="knowledge"
            legend={s.knowledge.legend}
            options={knowledges.map(value => ({ value, label: s.knowledge[value] }))}
          />
          <div className="actions">
            <button
              className="button large"
              type="button"
              onClick={() => next([], hasChoice ? 'inbox' : 'review')}
            >
              {s.next}
            </button>
            <button className="button quiet" type="button" onClick={() => go('story')}>
              {s.back}
            </button>
          </div>
        </>
      )}
      {step === 'inbox' && (
        <>
          <p className="muted">{s.inbox.lead}</p>
          {onlyOfficials && <p className="muted">{s.inbox.onlyOfficials}</p>}
          <RadioField
            form={form}
            name="inbox"
            legend={s.inbox.legend}
            options={candidates.map(item => ({
              value: item.id,
              label: item.name,
              detail: `${s.inbox.readers} ${item.readers}`,
            }))}
            required={s.inbox.missing}
          />
          <div className="actions">
            <button className="button large" type="button" onClick={() => next(['inbox'], 'review')}>
              {s.next}
            </button>
            <button className="button quiet" type="button" onClick={() => go('details')}>
              {s.back}
            </button>
          </div>
        </>
      )}
      {step === 'review' && inbox && (
        <Review
          report={report()}
          inbox={inbox}
          note={onlyOfficials ? s.inbox.onlyOfficials : null}
          strings={s}
          sealing={sealing}
          onRetry={retry}
          onChange={go}
          onNext={ready => {
            setReceipt(receipt ?? ready.sealing.makeReceipt())
            go('code')
          }}
        />
      )}
      {step === 'code' && receipt && sealing.state === 'ready' && (
        <CodeSteps
          receipt={receipt}
          strings={view.strings}
          read={sealing.sealing.readReceipt}
          isSame={sealing.sealing.isSameSecret}
          onBack={() => go('review')}
          onDone={() => go('send')}
        />
      )}
      {step === 'send' && receipt && inbox && sealing.state === 'ready' && (
        <Sending
          ready={sealing}
          report={report()}
          inbox={inbox.id}
          secret={receipt.secret}
          strings={s}
          language={view.language}
          codeHref={view.codeHref}
          captchaKey={mayUseCaptcha(values.subject, inbox) ? view.captchaKey : null}
          kept={sealedBody}
          onEdit={() => go('story')}
          onSent={() => {
            form.reset(empty)
            sealedBody.current = null
            setReceipt(null)
            go('sent')
          }}
        />
      )}
      {step === 'sent' && <Sent strings={s.sent} codeHref={view.codeHref} />}
    </div>
  )
}
