import { useEffect, useRef } from 'react'
import { fill } from '#src/i18n/fill.ts'
import type { Report } from '#src/crypto/report.ts'
import type { Me } from '../desk-context.ts'
import type { Drafts } from '../state/drafts.ts'
import { dayInWords, texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { isBroken } from '../state/case.ts'
import type { Case } from '../state/open-reports.ts'
import type { ReadThread, SealedThread } from '../vault/protocol.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { CaseNotes, type Names } from './CaseNotes.tsx'
import { CaseState } from './CaseState.tsx'
import { Message } from './Message.tsx'

type Props = {
  one: Case
  isCopy: boolean
  me: Me
  names: Names
  drafts: Drafts
  onBack(): void
  onChanged(): Promise<void>
}

/** One report: what was written, the thread, an answer, the work on it. Everything a reporter wrote is shown as text. */
export function ReportView({ one, isCopy, me, names, drafts, onBack, onChanged }: Props) {
  const t = texts.report
  const heading = useRef<HTMLHeadingElement>(null)
  const { envelope, thread, read, problem } = one
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report is another page
  useEffect(() => heading.current?.focus(), [envelope.id, read === null])
  const back = (
    <button type="button" className="button quiet back" onClick={onBack}>
      ← {texts.back}
    </button>
  )
  if (thread === null || read === null) {
    return (
      <article className="report flow">
        {back}
        {problem === null ? (
          <p role="status">{t.opening}</p>
        ) : (
          <Notice kind="stop" title={t.unreadableTitle}>
            <p>{problem}</p>
            <p>{t.othersFine}</p>
          </Notice>
        )}
      </article>
    )
  }
  return (
    <article className="report stack wide" aria-labelledby="report-title">
      {back}
      <header className="stack tight">
        <p className="muted small">{fill(texts.list.received, { day: dayInWords(envelope.day) })}</p>
        <h2 id="report-title" tabIndex={-1} ref={heading}>
          {read.report ? texts.subjects[read.report.subject] : texts.list.broken}
        </h2>
        <CaseState one={{ envelope, thread, read }} me={me} onChanged={onChanged} />
      </header>
      {problem && (
        <Notice kind="stop" title={t.staleTitle}>
          <p>{problem}</p>
        </Notice>
      )}
      {isCopy && (
        <Notice kind="stop" title={t.copyTitle}>
          <p>{t.copyLead}</p>
        </Notice>
      )}
      <Alarm read={read} />
      {read.report && <Told report={read.report} />}
      <Thread read={read} />
      {read.noAnswer === null ? (
        <AnswerForm read={read} thread={thread} drafts={drafts} onChanged={onChanged} />
      ) : (
        <Notice kind="warn" title={t.noAnswerTitle}>
          <p>{t.noAnswer[read.noAnswer]}</p>
        </Notice>
      )}
      <CaseNotes read={read} thread={thread} me={me} names={names} drafts={drafts} onChanged={onChanged} />
    </article>
  )
}

function Alarm({ read }: { read: ReadThread }) {
  const t = texts.report
  const badEvents = read.events.filter(isBroken)
  if (read.fault === null && badEvents.length === 0) return null
  return (
    <Notice kind="stop" title={t.alarmTitle}>
      <p>{t.alarmLead}</p>
      <ul>
        {read.fault && <li>{fill(t.problems[read.fault.problem], { seq: read.fault.seq })}</li>}
        {badEvents.map(({ seq, fault }) => (
          <li key={seq}>{fault && fill(t.eventProblems[fault], { seq })}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Told({ report }: { report: Report }) {
  const t = texts.report
  const answers = [
    [t.what, report.what],
    [t.where, report.where],
    [t.when, report.when],
    [t.who, report.who],
    [t.knowledge, texts.knowledges[report.knowledge]],
    [t.language, t.languages[report.language]],
  ] as const
  return (
    <dl className="told stack">
      {answers.map(([question, answer]) => (
        <div key={question}>
          <dt className="asked">{question}</dt>
          {answer === '' ? (
            <dd className="muted">{t.unanswered}</dd>
          ) : (
            <dd className="written" dir="auto">
              {answer}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function Thread({ read }: { read: ReadThread }) {
  const t = texts.report
  const later = read.messages.slice(1)
  return (
    <section className="flow" aria-labelledby="thread-title">
      <h3 id="thread-title">{t.thread}</h3>
      {later.length === 0 ? (
        <p className="muted">{t.noThread}</p>
      ) : (
        <ol className="thread">
          {later.map(message => (
            <Message key={message.seq} message={message} />
          ))}
        </ol>
      )}
    </section>
  )
}

/** A report whose seal is open. */
export type OpenCase = {
  readonly envelope: Case['envelope']
  readonly thread: SealedThread
  readonly read: ReadThread
}
