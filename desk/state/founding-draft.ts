import type { Drafts } from './drafts.ts'

/** What a founder types: two names, two lines on the readers, and the partner's e-mail and fingerprint. */
const fields = ['name', 'nameEn', 'readers', 'readersEn', 'email', 'fingerprint'] as const
export type FoundingField = (typeof fields)[number]
export type FoundingKind = 'umum' | 'petugas'

/** The founding form of one account, as it stands in the tab's drafts: founders telephone while they fill it in, and the desk may lock. */
export type FoundingDraft = {
  values(): Record<FoundingField, string>
  kind(): FoundingKind
  setValue(field: FoundingField, text: string): void
  setKind(kind: FoundingKind): void
  /** Whether anything was typed. */
  isBegun(): boolean
  drop(): void
}

/** The draft of the account `user`. Another account in the same tab has its own. */
export function foundingDraft(drafts: Drafts, user: string): FoundingDraft {
  const key = (field: FoundingField | 'kind') => `founding:${user}:${field}`
  const values = () =>
    Object.fromEntries(fields.map(field => [field, drafts.get(key(field))])) as Record<FoundingField, string>
  return {
    values,
    kind: () => (drafts.get(key('kind')) === 'petugas' ? 'petugas' : 'umum'),
    setValue: (field, text) => drafts.set(key(field), text),
    setKind: kind => drafts.set(key('kind'), kind === 'umum' ? '' : kind),
    isBegun: () => Object.values(values()).some(text => text !== ''),
    drop() {
      for (const field of [...fields, 'kind'] as const) drafts.set(key(field), '')
    },
  }
}
