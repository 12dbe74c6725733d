import type { Words } from '#cms/hooks/say.ts'
import type { BuildState } from '#cms/jobs/build-state.ts'
import { failureWords, subjectWords } from '#cms/jobs/failure-words.ts'
import { jakartaDay } from '#src/calendar.ts'
import { LawReview } from './LawReview.tsx'
import { Rebuild } from './Rebuild.tsx'
import { WatchSite } from './WatchSite.tsx'
import { words } from './dashboard-words.ts'

type Props = {
  build: BuildState
  siteUrl: string
  mayRebuild: boolean
  text: (key: Words, values?: Record<string, string | number>) => string
  when: (iso: string) => string
}

const headline: Record<BuildState['state'], Words> = {
  live: words.live,
  running: words.running,
  waiting: words.pending,
  failed: words.failed,
}

/** What readers see now: live since when, what is on its way, what failed, what was taken down. */
export function SiteState({ build, mayRebuild, siteUrl, text, when }: Props) {
  const error = build.state === 'failed' ? build.error : null
  return (
    <section className={`ba-card ba-site ba-site--${build.state}`} aria-labelledby="ba-site">
      <h2 id="ba-site">{text(words.site)}</h2>
      <WatchSite shown={JSON.stringify(build)} />
      <div role="status">
        <p className="ba-site__state">
          <strong>
            {text(build.liveSince || build.state !== 'live' ? headline[build.state] : words.neverBuilt)}
          </strong>
        </p>
        {build.liveSince && <p>{text(words.liveSince, { at: when(build.liveSince) })}</p>}
        {build.waiting > 0 && <p>{text(words.queued, { n: build.waiting })}</p>}
      </div>
      {build.unwritable.length > 0 && <p className="ba-warning">{text(words.storageFull)}</p>}
      {error && (
        <p className="ba-warning">
          {text(failureWords[error.kind], {
            what: text({ id: subjectWords(error, 'id'), en: subjectWords(error, 'en') }),
          })}
        </p>
      )}
      {error?.detail && (
        <details>
          <summary>{text(words.failureDetail)}</summary>
          <pre className="ba-site__error">{error.detail}</pre>
        </details>
      )}
      {error && mayRebuild && <Rebuild />}
      <p className="ba-list">
        <a href={siteUrl}>{text(words.openSite)}</a>
      </p>
      <LawReview text={text} today={jakartaDay()} />
      {build.takedowns.length > 0 && (
        <>
          <h3>{text(words.takedowns)}</h3>
          <ul className="ba-list">
            {build.takedowns.map(({ at, everywhere, label }) => (
              <li key={`${at}-${label}`}>
                {label}
                <span className="ba-hint">
                  {when(at)} · {text(everywhere ? words.everywhere : words.ownPage)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
