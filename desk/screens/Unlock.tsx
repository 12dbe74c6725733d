import { useState } from 'react'
import { fill } from '#src/i18n/fill.ts'
import { useDesk } from '../desk-context.ts'
import { keyFileMessageOf } from '../messages.ts'
import { idleLimit } from '../state/idle.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Phrase } from '../ui/Phrase.tsx'
import { useAction } from '../use-action.ts'
import { normalPhrase } from '../vault/phrase.ts'
import type { OwnKeys } from '../vault/protocol.ts'

type Props = { wrapped: string; wasIdle: boolean; hasDrafts: boolean; onOpen(keys: OwnKeys): void }

/** The passphrase opens the own keys in the Worker's memory. A wrong one says so and leaves what was typed. */
export function Unlock({ wrapped, wasIdle, hasDrafts, onOpen }: Props) {
  const t = texts.unlock
  const { vault } = useDesk()
  const [phrase, setPhrase] = useState('')
  const action = useAction(
    async () => onOpen(await vault.unlock(wrapped, normalPhrase(phrase))),
    keyFileMessageOf,
  )
  return (
    <Card title={t.title} lead={t.lead} onSubmit={action.start}>
      {wasIdle && <Notice kind="info">{fill(t.idle, { minutes: idleLimit / 60_000 })}</Notice>}
      {hasDrafts && <Notice kind="info">{t.drafts}</Notice>}
      <Phrase
        id="phrase"
        label={t.label}
        value={phrase}
        onChange={setPhrase}
        error={action.error ?? undefined}
        isDisabled={action.isBusy}
      />
      <button type="submit" className="button full" disabled={action.isBusy || phrase.trim() === ''}>
        {action.isBusy ? t.working : t.button}
      </button>
    </Card>
  )
}
