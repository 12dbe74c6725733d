import { useRef, useState } from 'react'
import type { ListedInbox } from '#src/crypto/key-list.ts'
import { quiet } from './Fields.tsx'
import type { SendPhase } from './send.ts'
import type { Thread } from './ThreadView.tsx'
import type { TipStrings } from './types.ts'
import type { Ready } from './use-sealing.ts'

/** A further message, or the wish to withdraw: both are sealed messages that look alike from outside. */
export function FollowUp(props: {
  ready: Ready
  thread: Thread
  /** Where the channel that was checked leads. */
  inbox: ListedInbox
  language: string
  strings: TipStrings
  /** What is typed, kept above so that it outlasts this form. */
  text: string
  onText: (text: string) => void
  reload: () => Promise<void>
  onClosed: () => void
}) {
  const { ready, thread, inbox, language, text: typed, onText, reload, onClosed } = props
  const { thread: s, form: f } = props.strings
  const [phase, setPhase] = useState<SendPhase | null>(null)
  const [error, setError] = useState('')
  const [done, setDone] = useState('')
  const [isSure, setSure] = useState(false)
  const sealed = useRef<{ from: string; body: Record<string, unknown> } | null>(null)
  const busy = phase !== null

  const send = async (kind: 'pesan' | 'tarik') => {
    const { sealing, list } = ready
    const text = kind === 'pesan' ? typed.trim() : ''
    if (kind === 'pesan' && text === '') return setError(s.addMissing)
    setError('')
    setDone('')
    setPhase('proof')
    try {
      const { opened, keys } = thread
      const place = opened.next
      // Unchanged, it is sent again as the same files, record and all.
      const from = JSON.stringify([kind, text, place])
      if (sealed.current?.from !== from) {
        const body = await sealing.sealFollowUp({ text, kind, inbox, list, keys, place })
        sealed.current = { from, body: { ...body, sending: sealing.newSending() } }
      }
      await sealing.sendProven('/api/lapor/tambah', language, sealed.current.body, { onPhase: setPhase })
      if (kind === 'pesan') onText('')
      setDone(kind === 'pesan' ? s.sent : s.withdrawn)
      setSure(false)
      // Sent is sent, though the thread may not come now: its next message would be refused as out of place, and it reloads then.
      await reload().catch(() => undefined)
    } catch (problem) {
      setError(sealing.explain(problem, f.problems))
      // What was typed stays, and whatever is new is there to be read.
      const code = problem instanceof sealing.SendError ? problem.code : ''
      if (['thread-moved', 'inbox-closed'].includes(code)) await reload().catch(() => undefined)
      if (code === 'inbox-closed') onClosed()
    }
    setPhase(null)
  }

  return (
    <div className="follow-up">
      <div className="field">
        <label htmlFor="lapor-pesan">{s.add}</label>
        <p className="hint" id="lapor-pesan-hint">
          {s.addHint} {s.filesHint}
        </p>
        <textarea
          id="lapor-pesan"
          value={typed}
          onChange={event => onText(event.currentTarget.value)}
          // Not disabled, which would take the focus away: what is added now would be dropped with what is sent.
          readOnly={busy}
          rows={5}
          maxLength={20_000}
          {...quiet}
          aria-invalid={error ? true : undefined}
          aria-describedby="lapor-pesan-hint lapor-pesan-error"
        />
        <p className="error" id="lapor-pesan-error" role="alert">
          {error}
        </p>
        <p className="done" role="status">
          {done}
        </p>
      </div>
      <button className="button" type="button" disabled={busy} onClick={() => send('pesan')}>
        {busy ? s.sending : s.send}
      </button>
      {phase === 'proofAgain' && <p role="status">{f.sending.proofAgain}</p>}
      <div className="withdraw">
        <p className="small muted">{s.withdrawHint}</p>
        {isSure ? (
          <div className="actions">
            <button className="button" type="button" disabled={busy} onClick={() => send('tarik')}>
              {s.withdrawSure}
            </button>
            <button className="button quiet" type="button" onClick={() => setSure(false)}>
              {s.withdrawKeep}
            </button>
          </div>
        ) : (
          <button className="text-button" type="button" onClick={() => setSure(true)}>
            {s.withdraw}
          </button>
        )}
      </div>
    </div>
  )
}
