import { useEffect, useState } from 'react'
import { type Me, useDesk } from './desk-context.ts'
import type { Signers } from './screens/ListChange.tsx'
import { texts } from './texts.ts'

/** Names of the signing keys that this member knows: its own, and those in the rosters of inboxes that open here. */
export function useSigners(me: Me): Signers {
  const { vault } = useDesk()
  const [signers, setSigners] = useState<Signers>(new Map())
  useEffect(() => {
    let isOver = false
    const opened = me.inboxes.map(inbox => vault.addInbox(inbox).catch(() => []))
    Promise.all(opened).then(rosters => {
      const others = rosters.flat().map(({ signer, name }) => [signer, name] as const)
      const own = me.keys === null ? [] : [[me.keys.signer, texts.change.you] as const]
      if (!isOver) setSigners(new Map([...others, ...own]))
    })
    return () => {
      isOver = true
    }
  }, [vault, me])
  return signers
}
