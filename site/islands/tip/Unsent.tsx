import { quiet } from './Fields.tsx'

/** What was typed and cannot be sent from here: to be read and copied, no longer changed. `id` tells the exit guard what it is. */
export function Unsent({ id, label, hint, text }: { id: string; label: string; hint: string; text: string }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea id={id} rows={5} readOnly value={text} {...quiet} aria-describedby={`${id}-hint`} />
    </div>
  )
}
