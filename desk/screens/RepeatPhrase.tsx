import { useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Phrase } from '../ui/Phrase.tsx'
import { useAction } from '../use-action.ts'
import { firstDifference } from '../vault/phrase.ts'

type Props = {
  phrase: readonly string[]
  words: { title: string; lead: string; label: string; button: string; working: string }
  /** Started once the phrase was typed right. */
  work(): Promise<void>
  onBack(): void
}

/** A phrase that was put on paper is typed again from there before anything is done with it. */
export function RepeatPhrase({ phrase, words, work, onBack }: Props) {
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState<string | undefined>()
  const action = useAction(work)
  const submit = () => {
    const position = firstDifference(phrase, typed)
    setMismatch(position === null ? undefined : fill(texts.keys.mismatch, { position }))
    if (position === null) action.start()
  }
  return (
    <Card title={words.title} lead={words.lead} onSubmit={submit}>
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <Phrase
        id="phrase"
        label={words.label}
        value={typed}
        onChange={setTyped}
        error={mismatch}
        isDisabled={action.isBusy}
      />
      {action.isBusy && <Notice kind="info">{words.working}</Notice>}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isBusy || typed.trim() === ''}>
          {words.button}
        </button>
        <button type="button" className="button quiet" onClick={onBack} disabled={action.isBusy}>
          {texts.back}
        </button>
      </div>
    </Card>
  )
}
