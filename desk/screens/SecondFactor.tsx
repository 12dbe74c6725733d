import { useEffect, useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { call, DeskError } from '../api.ts'
import { messageOf } from '../messages.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

type Outcome = { onDone(): void; onStartOver(reason: string): void }
type Props = Outcome & { path: '/api/desk/kode' | '/api/desk/kode/pasang'; hasSecret: boolean }

/** How often a demo asks for the code of now, which changes every half minute. Milliseconds. */
const demoPause = 3000

/** The code of now, which the server tells in a demo only, once there is a secret that makes codes. */
function useDemoCode(hasSecret: boolean): string | null {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const { demoCode } = await call<{ demoCode?: string | null }>('/api/desk/sesi')
      if (demoCode === undefined) return
      setShown(demoCode)
      timer = setTimeout(look, demoPause)
    }
    const look = () => void ask().catch(() => undefined)
    if (hasSecret) look()
    return () => clearTimeout(timer)
  }, [hasSecret])
  return shown
}

function useCode({ path, hasSecret, onDone, onStartOver }: Props) {
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      await call(path, { code: code.replace(/\D/g, '') })
      onDone()
    } catch (thrown) {
      if (thrown instanceof DeskError && (thrown.code === 'ended' || thrown.reason === 'too-many-codes'))
        return onStartOver(messageOf(thrown))
      if (thrown instanceof DeskError && thrown.code === 'refused') setCode('')
      setError(thrown instanceof DeskError && thrown.status === 400 ? texts.code.wrong : messageOf(thrown))
    }
    setBusy(false)
  }
  const demoCode = useDemoCode(hasSecret)
  const field = (
    <>
      {demoCode && (
        <Notice kind="info">
          <p>
            {texts.code.demo}: <strong className="demo-code">{demoCode}</strong>
          </p>
          <p className="small">{texts.code.demoNote}</p>
        </Notice>
      )}
      <Field
        id="code"
        label={texts.code.label}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={setCode}
        error={error}
      />
    </>
  )
  return { field, submit, isReady: !isBusy && code.replace(/\D/g, '').length === 6 }
}

/** The code of an authenticator that was set up before. */
export function SecondFactor(props: Outcome) {
  const t = texts.code
  const { field, submit, isReady } = useCode({ ...props, path: '/api/desk/kode', hasSecret: true })
  return (
    <Card title={t.title} lead={t.lead} onSubmit={submit}>
      {field}
      <button type="submit" className="button full" disabled={!isReady}>
        {t.button}
      </button>
      <p className="muted small">{t.lost}</p>
    </Card>
  )
}

type Offer = { account: string; secret: string; address: string; qr: { size: number; path: string } }

/** Setting up the authenticator: the key is shown until its first code was typed. */
export function Enrol(props: Outcome) {
  const t = texts.enrol
  const [offer, setOffer] = useState<Offer | null>(null)
  const [error, setError] = useState<string | null>(null)
  const { field, submit, isReady } = useCode({
    ...props,
    path: '/api/desk/kode/pasang',
    hasSecret: offer !== null,
  })
  useEffect(() => {
    call<Offer>('/api/desk/kode/baru', {}).then(setOffer, (thrown: unknown) => setError(messageOf(thrown)))
  }, [])
  return (
    <Card title={t.title} lead={t.lead} onSubmit={submit}>
      {error && <Notice kind="stop">{error}</Notice>}
      {offer && (
        <ol className="steps">
          <li>
            {t.step1}
            <svg
              className="qr"
              viewBox={`0 0 ${offer.qr.size} ${offer.qr.size}`}
              role="img"
              aria-label={t.qr}
            >
              <path d={offer.qr.path} />
            </svg>
          </li>
          <li>
            {fill(t.step2, { account: offer.account })}
            <code className="secret">{offer.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
            <a href={offer.address}>{t.open}</a>
          </li>
          <li>{t.step3}</li>
        </ol>
      )}
      {field}
      <button type="submit" className="button full" disabled={!isReady || offer === null}>
        {t.button}
      </button>
    </Card>
  )
}
