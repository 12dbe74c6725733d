import { useState } from 'react'
import type { Answers } from '#src/risk/answers.ts'
import type { Assessment } from '#src/risk/assess.ts'
import { RESULT, writeFragment } from '#src/risk/fragment.ts'
import { fill } from '#src/i18n/fill.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { savePicture } from './result-picture.ts'
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
  const [note, setNote] = useState('')
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
              () => setNote(text.copied),
              () => setNote(''),
            )
          }
        >
          {text.copy}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() =>
            savePicture(pictureOf(view, data, assessment)).catch(() => setNote(text.pictureFailed))
          }
        >
          {text.savePicture}
        </button>
        <ReadAloud text={text} language={view.language} />
      </div>
      <p className="small muted">{text.shareWarning}</p>
      <p role="status">{note}</p>
    </section>
  )
}

/** The words of the result for a card: its level, the signs, and whom to call. No answers, no address. */
function pictureOf(view: FormView, { text, rules }: ResultData, { level, signs }: Assessment) {
  return {
    title: view.levels[level],
    lines: signs.map(id => rules.signs[id].label),
    help: ['Polisi 110', 'KP2MI 0800-1000', 'KP2MI +62 21 2924 4800'].join(' · '),
    foot: `Berangkat Aman · ${fill(text.ruleset, { version: view.ruleset, date: view.rulesetDay })}`,
    level,
  }
}
