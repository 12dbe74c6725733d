import { useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { idleLimit } from '../state/idle.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PhraseList } from '../ui/PhraseList.tsx'
import { RepeatPhrase } from './RepeatPhrase.tsx'

type Props = { phrase: string; name: string; send(): Promise<void>; onCancel(): void }

/** The recovery phrase of a new inbox: shown once, put on paper, typed again from there. Only then the inbox is sent. */
export function RecoveryPhrase({ phrase, name, send, onCancel }: Props) {
  const t = texts.openInbox
  const [isWritten, setWritten] = useState(false)
  const words = phrase.split(' ')
  if (isWritten)
    return (
      <RepeatPhrase
        phrase={words}
        words={{
          title: t.repeatTitle,
          lead: t.repeatLead,
          label: t.repeat,
          button: t.send,
          working: t.sending,
        }}
        work={send}
        onBack={() => setWritten(false)}
      />
    )
  return (
    <Card title={t.recoveryTitle}>
      <p className="print-only">{name}</p>
      <PhraseList words={words} />
      <Notice kind="warn">
        <p>{t.recoveryLead}</p>
        <p>{fill(t.recoveryLock, { minutes: idleLimit / 60_000 })}</p>
      </Notice>
      <p>{t.recoveryCan}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => setWritten(true)}>
          {t.written}
        </button>
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t.print}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </Card>
  )
}
