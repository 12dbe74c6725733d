import { useRef, useState } from 'react'
import { quiet } from './Fields.tsx'
import type { Thread } from './ThreadView.tsx'
import type { TipStrings } from './types.ts'
import type { Ready } from './use-sealing.ts'

/** A further message, or the wish to withdraw: both are sealed messages that look alike from outside. */
export function FollowUp(props: {
  ready: Ready
  thread: Thread
  isOpen: boolean
  language: string
  strings: TipStrings['thread']
  reload: () => Promise<void>
}) {
  const { ready, thread, isOpen, language, strings: s, reload } = props
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const [done, setDone] = useState('')
  const [isSure, setSure] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const sealed = useRef<{ text: string; body: Record<string, unknown> } | null>(null)

  const send = async (kind: 'pesan' | 'tarik') => {
    const { sealing, list } = ready
    const text = kind === 'pesan' ? (input.current?.value.trim() ?? '') : ''
    if (kind === 'pesan' && text === '') return setError(s.addMissing)
    setError('')
    setDone('')
    setBusy(true)
    try {
      const place = thread.opened.next
      const isRepeat = sealed.current?.text === kind + text && sealed.current.body.seq === place.seq
      if (!isRepeat) {
        const message = await sealing.sealFollowUp({
          text,
          kind,
          list,
          inbox: thread.inbox,
          keys: thread.keys,
          place,
        })
        const body = { lookup: thread.keys.lookup, seq: place.seq, sending: sealing.newSending(), message }
        sealed.current = { text: kind + text, body }
      }
      const proof = await sealing.proveWork(language)
      await sealing.post('/api/lapor/tambah', language, { ...sealed.current?.body, proof })
      if (input.current && kind === 'pesan') input.current.value = ''
      setDone(kind === 'pesan' ? s.sent : s.withdrawn)
      setSure(false)
      await reload()
    } catch (problem) {
      setError(problem instanceof sealing.SendError && problem.message ? problem.message : s.network)
    }
    setBusy(false)
  }

  if (!isOpen) return <p className="muted">{s.closedInbox}</p>
  return (
    <div className="follow-up">
      <div className="field">
        <label htmlFor="lapor-pesan">{s.add}</label>
        <p className="hint" id="lapor-pesan-hint">
          {s.addHint}
        </p>
        <textarea
          id="lapor-pesan"
          ref={input}
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
