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

/** What is read aloud of a result. */
const spoken = '.result h2, .result .level p:not(.actions), .reasons h4, .reasons p:not(.basis)'

/** Print, share, report. Everything travels in the fragment, which no server sees; the warning says who can read it. */
export function Share({ view, data, answers, extra, assessment }: Props) {
  const [note, setNote] = useState('')
  const [isByHand, setByHand] = useState(false)
  const { text } = data
  const fragment = writeFragment({ answers, extra, at: RESULT })
  const link = `${location.origin}${location.pathname}${fragment}`
  const message = `${fill(text.shareText, { level: view.levels[assessment.level] })} ${link}`
  const signs = assessment.signs.join('.')

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setNote(text.copied)
    } catch {
      // No clipboard, or no leave to use it: the reader copies by hand.
      setByHand(true)
    }
  }
  return (
    <section className="share no-print">
      <h3>{text.shareTitle}</h3>
      <div className="actions">
        {assessment.level !== 'belum-terlihat' && (
          <a className="button" href={`${data.addresses.report}${signs && `#tanda=${signs}`}`}>
            {text.report}
          </a>
        )}
        <a
          className="button quiet"
          href={`https://wa.me/?text=${encodeURIComponent(message)}`}
          rel="noreferrer"
        >
          {text.share}
        </a>
        <button type="button" className="button quiet" onClick={copy}>
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
        <button type="button" className="button quiet" onClick={() => print()}>
          {text.print}
        </button>
        <ReadAloud text={text} language={view.language} parts={spoken} />
      </div>
      {isByHand && (
        <label className="by-hand">
          {text.copyThis}
          <input readOnly value={link} ref={field => field?.select()} />
        </label>
      )}
      <p role="status">{note}</p>
      <p className="small muted">{text.shareWarning}</p>
    </section>
  )
}

/** The words of the result for a card: its level, the signs, and whom to call. No answers, no address. */
function pictureOf(view: FormView, { text, rules }: ResultData, { level, signs }: Assessment) {
  return {
    title: view.levels[level],
    lines: signs.map(id => rules.signs[id].label),
    // A number is not broken over two rows.
    help: [text.callPolice, 'KP2MI 0800-1000', 'KP2MI +62 21 2924 4800']
      .map(line => line.replaceAll(' ', '\u00a0'))
      .join(' · '),
    foot: `Berangkat Aman · ${fill(text.ruleset, { version: view.ruleset, date: view.rulesetDay })}`,
    level,
  }
}
