import { texts } from '../texts.ts'
import { numbered } from '../ui/numbered.ts'

/** Thirty digits, large enough to read aloud. */
export function Fingerprint({ value }: { value: string }) {
  return (
    <div className="fingerprint">
      <p className="muted small">{texts.keys.fingerprint}</p>
      <p className="digits">
        {numbered(value.split(' ')).map(({ key, item }) => (
          <span key={key}>{item} </span>
        ))}
      </p>
    </div>
  )
}
