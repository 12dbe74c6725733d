import { useState } from 'react'
import type { Answers } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { RESULT, writeFragment } from '#src/risk/fragment.ts'
import { fill } from '#src/i18n/fill.ts'
import type { FormView, ResultData } from './types.ts'

type Props = Readonly<{
  view: FormView
  data: ResultData
  answers: Answers
  extra: readonly string[]
  assessment: Assessment
}>

/** Print, share, report. Everything travels in the fragment, which no server sees; the warning says who can read it. */
export function Share({ view, data, answers, extra, assessment }: Props) {
  const [copied, setCopied] = useState(false)
  const { text } = data
  const fragment = writeFragment({ answers, extra, at: RESULT })
  const link = `${location.origin}${location.pathname}${fragment}`
  const message = `${fill(text.shareText, { level: view.levels[assessment.level] })} ${link}`
  const signs = assessment.signs.join('.')
  return (
    <section className="share no-print">
      <div className="actions">
        {assessment.level !== 'belum-terlihat' && (
          <a className="button" href={`${data.addresses.report}${signs && `#tanda=${signs}`}`}>
            {text.report}
          </a>
        )}
        <button type="button" className="button quiet" onClick={() => print()}>
          {text.print}
        </button>
        <a
          className="button quiet"
          href={`https://wa.me/?text=${encodeURIComponent(message)}`}
          rel="noreferrer"
        >
          {text.share}
        </a>
        <button
          type="button"
          className="button quiet"
          onClick={() =>
            navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {text.copy}
        </button>
      </div>
      <p className="small muted">{text.shareWarning}</p>
      <p role="status">{copied && text.copied}</p>
    </section>
  )
}
