import { fill } from '#src/i18n/fill.ts'
import { dayInWords, sizeInWords, texts } from '../texts.ts'
import { numbered } from '../ui/numbered.ts'
import { saveFile } from '../ui/save-file.ts'
import type { ReadMessage } from '../vault/protocol.ts'

/** One message of a thread, as plain text: nothing in it can become markup or a link. */
export function Message({ message }: { message: ReadMessage }) {
  const t = texts.report
  const isOurs = message.direction === 'keluar'
  return (
    <li className={`message ${isOurs ? 'ours' : 'theirs'}${message.isFaulty ? ' faulty' : ''}`}>
      <p className="muted small">
        {isOurs ? t.you : t.from} · {dayInWords(message.day)}
        {message.isFaulty && <strong className="faulty-mark"> · {t.faulty}</strong>}
      </p>
      {message.kind === 'tarik' && <p className="notice-title">{t.withdraw}</p>}
      {message.problem && <p>{fill(t.problems[message.problem], { seq: message.seq })}</p>}
      {message.kind !== null && (
        <p className="written" dir="auto">
          {message.text}
        </p>
      )}
      {message.state && (
        <p className="muted small">
          {t.replyState}: {texts.replyStates[message.state]}
        </p>
      )}
      {numbered(message.attachments).map(({ key, item }) => (
        <button
          key={key}
          type="button"
          className="button quiet"
          onClick={() => saveFile(`berkas-${message.seq}-${key}.bin`, item.bytes)}
        >
          {fill(t.saveFile, { type: item.type, size: sizeInWords(item.bytes.length) })}
        </button>
      ))}
    </li>
  )
}
