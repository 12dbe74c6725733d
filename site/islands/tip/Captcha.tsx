import { type ComponentType, useState } from 'react'
import type { TipStrings } from './types.ts'

type Widget = ComponentType<{
  siteKey: string
  language: string
  onToken: (token: string) => void
  onError: () => void
}>

/** Says who sees what, then loads hCaptcha after a second tap. What was written and sealed stays as it is. */
export function Captcha(props: {
  siteKey: string
  language: string
  strings: TipStrings['form']['captcha']
  onToken: (token: string) => void
  onBack: () => void
}) {
  const { siteKey, language, strings: s, onToken, onBack } = props
  const [found, setFound] = useState<{ widget: Widget } | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    import('./late-hcaptcha.tsx').then(
      module => setFound({ widget: module.CaptchaWidget }),
      () => setFailed(true),
    )
  }
  return (
    <>
      <h2>{s.title}</h2>
      <p>{s.lead}</p>
      <p className="warning">{s.seen}</p>
      {hasFailed && (
        <p className="warning" role="alert">
          {s.failed}
        </p>
      )}
      {found && (
        <found.widget
          siteKey={siteKey}
          language={language}
          onToken={onToken}
          onError={() => setFailed(true)}
        />
      )}
      <div className="actions">
        {!found && (
          <button className="button" type="button" onClick={load}>
            {s.load}
          </button>
        )}
        <button className="button quiet" type="button" onClick={onBack}>
          {s.back}
        </button>
      </div>
    </>
  )
}
