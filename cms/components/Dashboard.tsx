import type { AdminViewServerProps } from 'payload'
import { who } from '#cms/access/who.ts'
import { findSecondFactor } from '#cms/endpoints/desk-store.ts'
import { say, type Words } from '#cms/hooks/say.ts'
import { getBuildState } from '#cms/jobs/build-state.ts'
import { fill } from '#src/i18n/fill.ts'
import { beginnings, words } from './dashboard-words.ts'
import { type Draft, readDrafts } from './drafts.ts'
import { EmergencyAlarm } from './EmergencyAlarm.tsx'
import { InboxesInNeed } from './InboxesInNeed.tsx'
import { KeyListAlarm } from './KeyListAlarm.tsx'
import { inviteWords } from './invite-words.ts'
import { SiteState } from './SiteState.tsx'

/** The first page after signing in: what waits for me, how the site is, where to begin. */
export async function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const person = who(req)
  const text = (key: Words, values: Record<string, string | number> = {}) => fill(say(req, key), values)
  const when = (iso: string) =>
    new Intl.DateTimeFormat(req.i18n.language === 'en' ? 'en-GB' : 'id-ID', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Asia/Jakarta',
    }).format(new Date(iso))
  const name = req.user?.name ?? ''
  const heading = <h1 className="ba-dashboard__title">{text(words.greeting, { name })}</h1>

  if (!person) return null
  const [{ drafts, total }, build, factor] = await Promise.all([
    readDrafts(req),
    getBuildState(req.payload),
    findSecondFactor(req.payload, person.id),
  ])
  const hasOffice = person.role === 'admin' || person.office !== null

  return (
    <div className="ba-dashboard">
      {heading}
      {person.role === 'admin' && <KeyListAlarm req={req} />}
      {person.role === 'admin' && <EmergencyAlarm req={req} />}
      {person.role === 'admin' && <InboxesInNeed req={req} />}
      {factor === null && (
        <section className="ba-card ba-card--wide" aria-labelledby="ba-factor">
          <h2 id="ba-factor">{text(words.noFactor)}</h2>
          <p className="ba-warning">{text(words.noFactorHint)}</p>
          <p className="ba-list">
            <a href="/akun/kode">{text(words.setFactor)}</a>
          </p>
        </section>
      )}
      <section className="ba-card ba-card--wide" aria-labelledby="ba-waiting">
        <h2 id="ba-waiting">{text(words.waiting)}</h2>
        {!hasOffice && <p className="ba-warning">{text(words.noOffice)}</p>}
        {hasOffice && total === 0 && <p>{text(words.nothing)}</p>}
        {total > 0 && (
          <>
            <p>
              <strong>
                {text(person.role === 'admin' ? words.draftsAdmin : words.drafts, { n: total })}
              </strong>{' '}
              {text(person.role === 'editor' ? words.editorHint : words.publishHint)}
            </p>
            <ul className="ba-list">
              {drafts.map(draft => (
                <DraftRow
                  key={`${draft.collection}-${draft.id}`}
                  draft={draft}
                  text={text}
                  when={when}
                  language={req.i18n.language}
                />
              ))}
            </ul>
          </>
        )}
      </section>
      <SiteState
        build={build}
        text={text}
        when={when}
        siteUrl={String(req.payload.config.custom.siteUrl)}
        mayRebuild={person.role !== 'editor'}
      />
      {hasOffice && (
        <section className="ba-card" aria-labelledby="ba-start">
          <h2 id="ba-start">{text(words.start)}</h2>
          <ul className="ba-list">
            {beginnings.map(({ hint, label, slug }) => (
              <li key={slug}>
                <a href={`/admin/collections/${slug}/create`}>{text(label)}</a>
                <span className="ba-hint">{text(hint)}</span>
              </li>
            ))}
            {person.role === 'admin' && (
              <li>
                <a href="/admin/collections/users#undang">{text(inviteWords.title)}</a>
                <span className="ba-hint">{text(inviteWords.short)}</span>
              </li>
            )}
          </ul>
        </section>
      )}
    </div>
  )
}

type RowProps = {
  draft: Draft
  text: (key: Words, values?: Record<string, string>) => string
  when: (iso: string) => string
  language: string
}

function DraftRow({ draft, language, text, when }: RowProps) {
  const kind = draft.collectionLabel[language] ?? draft.collectionLabel.id
  return (
    <li>
      <a href={`/admin/collections/${draft.collection}/${draft.id}`}>{draft.title}</a>
      <span className="ba-hint">
        {kind} · {text(words.editedAt, { at: when(draft.changed) })}
        {draft.isPublished && ` · ${text(words.newerDraft)}`}
      </span>
    </li>
  )
}
