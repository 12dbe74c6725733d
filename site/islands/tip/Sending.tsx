import { useEffect, useRef, useState } from 'react'
import type { Report } from '#src/crypto/report.ts'
import { Captcha } from './Captcha.tsx'
import { Failed } from './Failed.tsx'
import type { SendPhase } from './send.ts'
import type { TipStrings } from './types.ts'
import type { Ready } from './use-sealing.ts'

type Phase = 'sealing' | SendPhase | 'captcha'
/** What was sealed, and from what: kept past this step, so that an unchanged report is sent again as the same file. */
export type SealedBody = { from: string; body: Record<string, unknown> }

/** Seals once, then sends that same file until the server has it: a retry after a lost answer stores nothing twice. */
export function Sending(props: {
  ready: Ready
  report: Report
  inbox: string
  secret: Uint8Array
  strings: TipStrings['form']
  language: string
  codeHref: string
  /** hCaptcha's public key where it may be offered for this report, else null. */
  captchaKey: string | null
  kept: { current: SealedBody | null }
  onEdit: () => void
  onSent: () => void
}) {
  const {
    ready,
    report,
    inbox,
    secret,
    strings: s,
    language,
    codeHref,
    captchaKey,
    kept,
    onEdit,
    onSent,
  } = props
  const { sealing, list } = ready
  const [phase, setPhase] = useState<Phase>('sealing')
  const [failure, setFailure] = useState<{ why: string; code: string } | null>(null)
  // The newest attempt counts: one that the reporter left for hCaptcha ends unnoticed.
  const attempt = useRef(new AbortController())
  const leave = () => {
    attempt.current.abort()
    attempt.current = new AbortController()
    return attempt.current
  }

  const run = async (token?: string) => {
    const mine = leave()
    const onPhase = (next: Phase) => mine.signal.aborted || setPhase(next)
    try {
      setFailure(null)
      setPhase('sealing')
      const from = JSON.stringify([report, inbox])
      if (kept.current?.from !== from) {
        const sealed = await sealing.sealForSending({ report, list, inbox, secret })
        kept.current = { from, body: { ...sealed, sending: sealing.newSending() } }
      }
      const { body } = kept.current
      if (token === undefined) {
        await sealing.sendProven('/api/lapor/kirim', language, body, { controller: mine, onPhase })
      } else {
        setPhase('posting')
        await sealing.post('/api/lapor/kirim', language, { ...body, proof: { hcaptcha: token } })
      }
      onSent()
    } catch (error) {
      if (mine.signal.aborted) return
      const code = error instanceof sealing.SendError ? error.code : ''
      setFailure({ why: sealing.explain(error, s.problems), code })
    }
  }
  const offer = captchaKey !== null && (
    <button
      className="text-button"
      type="button"
      onClick={() => {
        leave()
        setFailure(null)
        setPhase('captcha')
      }}
    >
      {s.captcha.offer}
    </button>
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => {
    run()
  }, [])

  if (phase === 'captcha' && captchaKey !== null) {
    return (
      <div className="flow" data-state="captcha">
        <Captcha
          siteKey={captchaKey}
          language={language}
          strings={s.captcha}
          onToken={run}
          onBack={() => run()}
        />
      </div>
    )
  }
  if (failure !== null) {
    return (
      <Failed
        {...failure}
        report={report}
        strings={s}
        codeHref={codeHref}
        onAgain={() => run()}
        onEdit={onEdit}
      >
        {offer}
      </Failed>
    )
  }
  return (
    <div className="flow" aria-live="polite">
      <h2>{s.sending.title}</h2>
      <p className="working">{s.sending[phase === 'captcha' ? 'proof' : phase]}</p>
      {(phase === 'proof' || phase === 'proofAgain') && offer}
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
