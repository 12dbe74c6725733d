import { mark } from '#src/look/drawings.ts'

/** The mark of the site. Decorative, the name stands beside it. */
export function Mark() {
  return (
    <svg className="logo" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
      <path className="sail" d={mark.sail} />
      <path className="weave" d={mark.weave} />
      <path className="hull" d={mark.hull} />
      <path className="gem" d={mark.gem} />
    </svg>
  )
}
