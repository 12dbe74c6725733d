import type { Payload } from 'payload'

/** Says on every screen of the admin that this server is for trying. Nothing on a server that is not. */
export function DemoMark({ payload }: { payload: Payload }) {
  if (payload.config.custom.demo !== true) return null
  return (
    <aside className="ba-demo" aria-label="Demo">
      DEMO. Server ini untuk mencoba. <span lang="en">A server for trying.</span>
    </aside>
  )
}
