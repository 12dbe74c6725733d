import { useEffect, useState } from 'react'
import { fromBase64url } from '#src/crypto/bytes.ts'
import { call } from '../api.ts'
import { useDesk } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Card } from '../ui/Card.tsx'
import { saveFile } from '../ui/save-file.ts'
import { PhraseList } from '../ui/PhraseList.tsx'
import type { OwnKeys } from '../vault/protocol.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { RepeatPhrase } from './RepeatPhrase.tsx'

type Made = OwnKeys & { readonly wrapped: string }
type Props = { onMade(keys: Made): void }

/** First visit: a generated passphrase on paper, typed again, then keys that only it opens. */
export function MakeKeys({ onMade }: Props) {
  const { vault } = useDesk()
  const [phrase, setPhrase] = useState<string[]>([])
  const [step, setStep] = useState<'show' | 'repeat'>('show')
  const [made, setMade] = useState<Made | null>(null)

  useEffect(() => {
    vault.newPhrase().then(setPhrase)
  }, [vault])

  if (made !== null) return <KeysReady made={made} onOpen={() => onMade(made)} />
  if (step === 'repeat') {
    const make = async () => {
      const keys = await vault.makeKeys(phrase.join(' '))
      const { recipient, signer, wrapped } = keys
      await call('/api/desk/kunci', { recipient, signer, wrapped })
      setMade(keys)
    }
    const { repeatTitle: title, repeatLead: lead, repeat: label, make: button, making: working } = texts.keys
    return (
      <RepeatPhrase
        phrase={phrase}
        words={{ title, lead, label, button, working }}
        work={make}
        onBack={() => setStep('show')}
      />
    )
  }
  return (
    <ShowPhrase
      phrase={phrase}
      onOther={() => vault.newPhrase().then(setPhrase)}
      onWritten={() => setStep('repeat')}
    />
  )
}

function ShowPhrase({
  phrase,
  onOther,
  onWritten,
}: {
  phrase: string[]
  onOther(): void
  onWritten(): void
}) {
  const t = texts.keys
  return (
    <Card title={t.title} lead={t.lead}>
      <h2>{t.phraseTitle}</h2>
      <PhraseList words={phrase} />
      <p>{t.phraseLead}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onWritten} disabled={phrase.length === 0}>
          {t.written}
        </button>
        <button type="button" className="button quiet" onClick={onOther}>
          {t.other}
        </button>
      </div>
    </Card>
  )
}

function KeysReady({ made, onOpen }: { made: Made; onOpen(): void }) {
  const t = texts.keys
  return (
    <Card title={t.doneTitle}>
      <Fingerprint value={made.fingerprint} />
      <p>{t.fingerprintLead}</p>
      <p className="muted">{t.recoveryLead}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onOpen}>
          {t.open}
        </button>
        <button type="button" className="button quiet" onClick={() => downloadRecovery(made.wrapped)}>
          {t.recovery}
        </button>
      </div>
    </Card>
  )
}

/** Saves the wrapped key as an age file: `age -d` opens it with the passphrase, without this desk. */
function downloadRecovery(wrapped: string): void {
  saveFile('kunci-meja.age', new Uint8Array(fromBase64url(wrapped)))
}
