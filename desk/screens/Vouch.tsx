import { fill } from '#src/i18n/fill.ts'
import { call } from '../api.ts'
import type { WaitingInbox } from '../desk-context.ts'
import { texts } from '../texts.ts'
import { Notice } from '../ui/Notice.tsx'
import { useAction } from '../use-action.ts'

/** An inbox that two others founded. Who vouches for it lets it onto the report page and gets no key to it. */
export function Vouch({ inbox, onDone }: { inbox: WaitingInbox; onDone(): void }) {
  const t = texts.vouch
  const action = useAction(async () => {
    await call(`/api/desk/kotak/${inbox.id}/dukung`, { recipient: inbox.recipient })
    onDone()
  })
  return (
    <div className="inbox-card flow">
      <h3>{inbox.name}</h3>
      <p>{texts.openInbox.kinds[inbox.kind]}</p>
      <p className="muted">
        {texts.inboxes.readers}: {inbox.readers}
      </p>
      <p>{fill(t.founders, { founders: inbox.founders.join(', ') })}</p>
      <p>{t.lead}</p>
      {action.error && <Notice kind="stop">{action.error}</Notice>}
      <button type="button" className="button" disabled={action.isBusy} onClick={action.start}>
        {t.button}
      </button>
    </div>
  )
}
