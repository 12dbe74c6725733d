import { useState } from 'react'
import type { Call } from '#src/content/calls.ts'
import { fill } from '#src/i18n/fill.ts'
import type { Level } from '#src/risk/assess.ts'
import type { Place } from '#src/risk/where.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { numbersFor, savePicture } from './result-picture.ts'
import type { FormView, ShareText } from './types.ts'

type Props = Readonly<{
  text: ShareText
  view: Pick<FormView, 'language' | 'ruleset' | 'rulesetDay' | 'calls'>
  level: Level
  told: Place
  /** Whether the words are those for someone abroad. */
  abroad: boolean
  /** The sure number of a mission where the reader is (`useMission`). */
  mission: Call | null
  /** The level in the reader's words. */
  title: string
  /** Signs that made the level, with their words. */
  signs: readonly Readonly<{ id: string; label: string }>[]
  /** Address of the check with this result: everything travels in its fragment, which no server sees. */
  link: string
  /** Address of the report form. */
  report: string
  /** Selector of what is read aloud. */
  spoken: string
}>

/**
 * Print, share, report. The warning says who can read a link. What a recruiter could show as a proof is not made: of
 * `belum-terlihat` there is no picture, and the words that are shared say that it proves nothing.
 */
export function Share(props: Props) {
  const { text, view, level, title, signs, link, report, spoken } = props
  const [note, setNote] = useState('')
  const [isByHand, setByHand] = useState(false)
  const isMild = level === 'belum-terlihat'
  const message = `${isMild ? text.shareUnseen : fill(text.shareText, { level: title })} ${link}`
  const ids = signs.map(sign => sign.id).join('.')

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setNote(text.copied)
    } catch {
      // No clipboard, or no leave to use it: the reader copies by hand.
      setByHand(true)
    }
  }
  const save = (level: Exclude<Level, 'belum-terlihat'>) =>
    savePicture({
      title,
      lines: signs.map(sign => sign.label),
      help: numbersFor({ ...props, calls: view.calls, here: text.inIndonesia }),
      foot: `Berangkat Aman · ${fill(text.ruleset, { version: view.ruleset, date: view.rulesetDay })}`,
      level,
    }).catch(() => setNote(text.pictureFailed))
  return (
    <section className="share no-print">
      <h3>{text.shareTitle}</h3>
      <div className="actions">
        {!isMild && (
          <a className="button" href={`${report}${ids && `#tanda=${ids}`}`}>
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
        {level !== 'belum-terlihat' && (
          <button type="button" className="button quiet" onClick={() => save(level)}>
            {text.savePicture}
          </button>
        )}
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
