import { useEffect, useRef, useState } from 'react'
import type { Report } from '#src/crypto/report.ts'
import type { TipStrings } from './types.ts'
import type { Ready } from './use-sealing.ts'

type Phase = 'sealing' | 'proof' | 'posting' | 'failed'

/** Seals once, then sends that same file until the server has it: a retry after a lost answer stores nothing twice. */
export function Sending(props: {
  ready: Ready
  report: Report
  inbox: string
  secret: Uint8Array
  strings: TipStrings['form']
  language: string
  onEdit: () => void
  onSent: () => void
}) {
  const { ready, report, inbox, secret, strings: s, language, onEdit, onSent } = props
  const { sealing, list } = ready
  const [phase, setPhase] = useState<Phase>('sealing')
  const [why, setWhy] = useState('')
  const sealed = useRef<Record<string, unknown> | null>(null)
  const title = useRef<HTMLHeadingElement>(null)

  const run = async () => {
    try {
      setPhase('sealing')
      sealed.current ??= {
        ...(await sealing.sealForSending({ report, list, inbox, secret })),
        sending: sealing.newSending(),
      }
      setPhase('proof')
      const proof = await sealing.proveWork(language)
      setPhase('posting')
      await sealing.post('/api/lapor/kirim', language, { ...sealed.current, proof })
      onSent()
    } catch (error) {
      setWhy(error instanceof sealing.SendError && error.message ? error.message : s.sending.network)
      setPhase('failed')
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => {
    run()
  }, [])
  useEffect(() => {
    if (phase === 'failed') title.current?.focus()
  }, [phase])

  if (phase === 'failed') {
    return (
      <div className="flow" data-state="failed">
        <h2 ref={title} tabIndex={-1}>
          {s.sending.failed}
        </h2>
        <p className="warning" role="alert">
          {why}
        </p>
        <p className="muted">{s.sending.kept}</p>
        <div className="actions">
          <button className="button large" type="button" onClick={run}>
            {s.tryAgain}
          </button>
          <button className="button quiet" type="button" onClick={onEdit}>
            {s.sending.edit}
          </button>
        </div>
      </div>
    )
  }
  return (
    <div className="flow" aria-live="polite">
      <h2>{s.sending.title}</h2>
      <p className="working">{s.sending[phase]}</p>
    </div>
  )
}

/** What to do now. Nothing of the report or its code is left on the page. */
export function Sent({ strings: s, codeHref }: { strings: TipStrings['form']['sent']; codeHref: string }) {
  return (
    <div className="flow" data-state="sent">
      <h2>{s.title}</h2>
      <p>{s.lead}</p>
      <p>
        <strong>{s.keep}</strong>
      </p>
      <p>{s.close}</p>
      <p>
        <a className="link-row" href={codeHref}>
          {s.open}
        </a>
      </p>
    </div>
  )
}
