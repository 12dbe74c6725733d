import { useState } from 'react'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PhraseList } from '../ui/PhraseList.tsx'

type Props = { phrase: string; name: string; onDone(): void }

/** The recovery phrase of a new inbox: shown once, printed, put in an envelope. */
export function RecoveryPhrase({ phrase, name, onDone }: Props) {
  const t = texts.openInbox
  const [isStored, setStored] = useState(false)
  return (
    <Card title={t.recoveryTitle}>
      <p className="print-only">{name}</p>
      <PhraseList words={phrase.split(' ')} />
      <Notice kind="warn">{t.recoveryLead}</Notice>
      <label className="choice" htmlFor="stored">
        <input
          id="stored"
          type="checkbox"
          checked={isStored}
          onChange={event => setStored(event.currentTarget.checked)}
        />
        <span>{t.stored}</span>
      </label>
      <div className="actions">
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t.print}
        </button>
        <button type="button" className="button" onClick={onDone} disabled={!isStored}>
          {texts.next}
        </button>
      </div>
    </Card>
  )
}
