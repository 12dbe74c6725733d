import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { readMessage } from '#src/risk/message/read-message.ts'
import { MessageResult, type ReadText } from './MessageResult.tsx'
import type { MessageView } from './types.ts'

/** Paste, read, explain. The text stays in this component: it is neither stored nor sent, nor put into the address. */
export function MessageForm({ view }: Readonly<{ view: MessageView }>) {
  const [ready, setReady] = useState(false)
  const [text, setText] = useState('')
  const [reading, setReading] = useState<ReadText | null>(null)
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { words } = view

  // What was pasted before the script arrived is kept.
  useEffect(() => {
    setText(field.current?.value ?? '')
    setReady(true)
  }, [])

  function read(event: SubmitEvent) {
    event.preventDefault()
    const isEmpty = text.trim() === ''
    setMissing(isEmpty)
    setReading(isEmpty ? null : { text, ...readMessage(text) })
    if (isEmpty) field.current?.focus()
  }

  function clear() {
    setText('')
    setReading(null)
    field.current?.focus()
  }

  return (
    <>
      <form
        id="pesan"
        className="no-print"
        data-hydrated={ready ? '' : undefined}
        onSubmit={read}
        autoComplete="off"
      >
        <label htmlFor="isi-pesan">{words.label}</label>
        <textarea
          id="isi-pesan"
          ref={field}
          rows={8}
          spellCheck={false}
          autoCorrect="off"
          aria-describedby={isMissing ? 'pesan-kosong' : undefined}
          aria-invalid={isMissing}
          {...(ready ? { value: text } : {})}
          onInput={event => setText(event.currentTarget.value)}
        />
        {isMissing && (
          <p className="error" id="pesan-kosong" role="alert">
            {words.empty}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="button large" disabled={!ready}>
            {words.read}
          </button>
          {text && (
            <button type="button" className="button quiet" onClick={clear}>
              {words.clear}
            </button>
          )}
        </div>
      </form>
      {reading && <MessageResult view={view} reading={reading} />}
    </>
  )
}
